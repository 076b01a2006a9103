/** The days of the week. */
import { absentIn, tallyOf } from '../../counting/tally.ts'
import type { Span } from '../../counting/window.ts'
import { weekdayOf } from '../../patterns/dates.ts'
import { markedIn, type ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { attendanceOf, inPerCent, tenthsOf } from '../words.ts'
import { attendanceChart } from './chart.ts'

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Attendance by day of the week and half of the day. */
export const weekdaySection = (facts: ReportFacts, span: Span): Section => {
  const marks = markedIn(facts, span).flatMap((each) => each.marks)
  const days = [...Map.groupBy(marks, ({ date }) => weekdayOf(date))].toSorted(([one], [other]) => one - other)
  const lines = days.map(([day, those]) => ({
    name: DAY_NAMES[day - 1] ?? '',
    AM: tallyOf(those.filter(({ session }) => session === 'AM')),
    PM: tallyOf(those.filter(({ session }) => session === 'PM')),
    whole: tallyOf(those),
  }))
  const lowest = lines.toSorted(
    (one, other) => one.whole.attended * other.whole.possible - other.whole.attended * one.whole.possible,
  )[0]
  return {
    title: 'By day of the week',
    says: lowest
      ? [`${lowest.name} has the lowest attendance, ${inPerCent(lowest.whole.attended, lowest.whole.possible)}.`]
      : ['No session was counted.'],
    chart: attendanceChart('Attendance by day of the week', [
      {
        name: 'Mornings',
        points: lines.map(({ name, AM }) => ({ label: name, tenths: tenthsOf(AM.attended, AM.possible) })),
      },
      {
        name: 'Afternoons',
        points: lines.map(({ name, PM }) => ({ label: name, tenths: tenthsOf(PM.attended, PM.possible) })),
      },
    ]),
    table: {
      title: 'Attendance by day of the week',
      columns: [
        { title: 'Day' },
        { title: 'Mornings', unit: '%' },
        { title: 'Afternoons', unit: '%' },
        { title: 'Both', unit: '%' },
        { title: 'Missed', unit: 'sessions' },
      ],
      rows: lines.map(({ name, AM, PM, whole }) => [
        name,
        attendanceOf(AM),
        attendanceOf(PM),
        attendanceOf(whole),
        String(absentIn(whole)),
      ]),
    },
  }
}
