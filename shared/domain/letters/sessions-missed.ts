/** The table of sessions missed: a line for each day or half day, in the words of a parent. */
import { CODES, type Code } from '../codes.ts'
import type { MissedSession } from './letter.ts'
import type { Block } from './model.ts'
import { writtenDate } from './written-date.ts'

/** What the register says, without the codes of the office. Nothing of what anybody said: another parent may have said it. */
const REASONS: Readonly<Partial<Record<Code, string>>> = {
  I: 'Illness',
  M: 'Medical or dental appointment',
  N: 'No reason given yet',
  O: 'No reason accepted',
  G: 'Holiday not agreed by the school',
  U: 'Arrived after the register closed',
  C: 'Leave agreed by the school',
  C2: 'Agreed part-time timetable',
  E: 'Suspended or excluded',
}

export const reasonOf = (code: Code): string => REASONS[code] ?? CODES[code].meaning

const authorisedOf = (code: Code): string => (CODES[code].category === 'authorised' ? 'Yes' : 'No')

const bySession = (one: MissedSession, other: MissedSession): number =>
  `${one.date} ${one.session}` < `${other.date} ${other.session}` ? -1 : 1

/** A line for each date: both sessions together where they were missed for one reason. */
export const sessionsMissed = (missed: readonly MissedSession[]): Extract<Block, { is: 'table' }> => {
  const days = [...Map.groupBy(missed.toSorted(bySession), ({ date }) => date)]
  const rows = days.flatMap(([date, [first, second]]) => {
    if (first === undefined) return []
    const row = (when: string, { code }: MissedSession) => [writtenDate(date), when, reasonOf(code), authorisedOf(code)]
    if (second?.code === first.code) return [row('All day', first)]
    return [first, ...(second === undefined ? [] : [second])].map((each) =>
      row(each.session === 'AM' ? 'Morning' : 'Afternoon', each),
    )
  })
  return {
    is: 'table',
    summary: 'The sessions missed, by date',
    columns: ['Date', 'Session', 'What the register says', 'Authorised'],
    rows,
  }
}
