/** The halves of the terms. */
import { sumOf } from '../../counting/tally.ts'
import { membersIn, type ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { attendanceOf, rate, tenthsOf } from '../words.ts'
import { attendanceChart } from './chart.ts'

/** Attendance by the halves of the year's terms. */
export const halfTermsSection = (facts: ReportFacts): Section => {
  const halves = facts.policy.calendar.terms
    .filter(({ from, until }) => until >= facts.year.from && from <= facts.year.until)
    .map((half) => ({ name: half.name, tally: sumOf(membersIn(facts, half).map(({ tally }) => tally)) }))
    .filter(({ tally }) => tally.possible > 0)
  return {
    title: 'By half term',
    says: ['Attendance of everybody in each half term of the school year so far.'],
    chart: attendanceChart('Attendance by half term', [
      {
        name: 'Attendance',
        points: halves.map(({ name, tally }) => ({ label: name, tenths: tenthsOf(tally.attended, tally.possible) })),
      },
    ]),
    table: {
      title: 'Attendance by half term',
      columns: [
        { title: 'Half term' },
        { title: 'Possible', unit: 'sessions' },
        { title: 'Attendance', unit: '%' },
        { title: 'Authorised absence', unit: '%' },
        { title: 'Unauthorised absence', unit: '%' },
      ],
      rows: halves.map(({ name, tally }) => [
        name,
        String(tally.possible),
        attendanceOf(tally),
        rate(tally.authorised, tally.possible),
        rate(tally.unauthorised, tally.possible),
      ]),
    },
  }
}
