/** Those who may cross a line. */
import { shortDate } from '../../letters/written-date.ts'
import type { AheadOf } from '../../patterns/patterns.ts'
import type { ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { attendanceOf, classOf, counted, listed, nameOf } from '../words.ts'

/** Who may still be kept from crossing a line, with the arithmetic. */
export const aheadSection = (facts: ReportFacts, ahead: readonly AheadOf[]): Section => {
  const lines = [...Map.groupBy(ahead, ({ line }) => line)].map(
    ([line, those]) => `${counted(those.length, 'pupil')} ${line}`,
  )
  const [example] = ahead
  return {
    title: 'Likely to cross a line soon',
    says: [
      ahead.length === 0
        ? 'At the rate of the last weeks nobody crosses a line in the school weeks ahead.'
        : `If it goes on as in the last weeks: ${listed(lines)}.`,
      ...(example ? [`The first of them, reckoned: ${example.says.join(' ')}`] : []),
    ],
    table: {
      title: 'Likely to cross a line soon, the soonest first',
      columns: [
        { title: 'Pupil' },
        { title: 'Class' },
        { title: 'Now', unit: '%' },
        { title: 'Line' },
        { title: 'Crossed on' },
        { title: 'Avoidable until' },
        { title: 'May still miss', unit: 'sessions' },
      ],
      rows: ahead.map((each) => [
        nameOf(each.who),
        classOf(each.who, facts),
        attendanceOf(each.who.tally),
        each.line,
        shortDate(each.on),
        shortDate(each.avoidableUntil),
        String(each.mayMiss),
      ]),
    },
  }
}
