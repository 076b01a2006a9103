/** Patterns and the inspection of registers, as parts of a report. */
import type { Inspected } from '../../patterns/inspection.ts'
import type { Noticed, PatternKind } from '../../patterns/noticed.ts'
import type { ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { classOf, counted, groupName, listed, nameOf, sentence } from '../words.ts'

export const PATTERN_NAMES: Readonly<Record<PatternKind, string>> = {
  weekday: 'One day of the week',
  session: 'Mornings or afternoons',
  'broken-weeks': 'Broken weeks',
  'beside-holidays': 'Beside holidays',
  siblings: 'Brothers and sisters',
  lateness: 'Lateness',
}

/** A report lists as many; the page has them all. */
const MOST = 25

export const patternsSection = (facts: ReportFacts, noticed: readonly Noticed[]): Section => {
  const who = new Map(facts.everybody.map((each) => [each.key, each]))
  return {
    title: 'Patterns',
    says: [
      `${sentence(counted(noticed.length, 'pattern'))} in the year’s absences${noticed.length > MOST ? `; the ${MOST} most telling are listed` : ''}. A pattern proves nothing: it is a reason to ask.`,
    ],
    table: {
      title: 'Patterns, the most telling first',
      columns: [{ title: 'Pupils' }, { title: 'Class' }, { title: 'Pattern' }, { title: 'What was seen' }],
      rows: noticed.slice(0, MOST).map(({ kind, pupils, says }) => {
        const members = pupils.flatMap((key) => who.get(key) ?? [])
        return [
          listed(members.map(nameOf)),
          [...new Set(members.map((member) => classOf(member, facts)))].join(', '),
          PATTERN_NAMES[kind],
          says,
        ]
      }),
    },
  }
}

export const inspectionSection = (facts: ReportFacts, inspected: readonly Inspected[]): Section => ({
  title: 'Registers',
  says: [
    inspected.length === 0
      ? 'Nothing stands out in the registers of the year.'
      : 'What stands out in the registers of the year so far. Each may have a good reason.',
  ],
  table: {
    title: 'Registers that stand out',
    columns: [{ title: 'Class' }, { title: 'What stands out' }],
    rows: inspected.map(({ classId, says }) => [groupName('class', classId, facts), says]),
  },
})
