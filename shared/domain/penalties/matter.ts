/** How many unauthorised sessions a pupil has that nobody has charged or considered yet, and where that stands against the threshold. */
import type { Policy } from '../../../academies/policy.ts'
import type { AbsenceDay } from '../counting/absence-day.ts'
import { type PenaltyCount, type PenaltyRule, penaltyCount } from '../counting/penalty.ts'
import type { CountedMark } from '../counting/tally.ts'
import { type LocalDate, mondayOf } from '../time.ts'
import { chargedThrough, consideredThrough } from './consider.ts'
import type { PenaltyRecord } from './record.ts'

export const ruleOf = ({ penalties }: Policy): PenaltyRule => ({
  sessions: penalties.sessions,
  weeks: penalties.schoolWeeks,
  warnAt: penalties.warnAt,
  window: penalties.window,
})

/** Dates of school that a window can reach back over, and a week more for one that begins in the middle of a week. */
export const datesToRead = ({ weeks }: PenaltyRule): number => (weeks + 1) * 5

/** The Mondays of the weeks in which some register was taken: school weeks as they were, whatever the calendar said. */
export const schoolWeeksOf = (days: readonly AbsenceDay[]): readonly LocalDate[] => [
  ...new Set(days.map(({ date }) => mondayOf(date))),
]

/** To which date the school has answered for the absences: considered and left, or improved after a notice to improve. */
const answeredThrough = ({ considered, improve }: PenaltyRecord): LocalDate | undefined =>
  [
    consideredThrough(considered.filter(({ decision }) => decision !== 'notice-to-improve')),
    // What was forgiven because the time had gone well is not, where the marks say by now that it did not.
    improve?.state === 'improved' && improve.corrected === undefined ? improve.until : undefined,
  ]
    .flatMap((date) => date ?? [])
    .toSorted()
    .at(-1)

const QUIET: Pick<PenaltyCount, 'standing'> = { standing: 'below' }

/**
 * The count of what has not been charged. It is quiet while a notice to improve runs, and after a person has considered it until so many
 * further sessions are missed; the numbers are said all the same.
 */
export const matterOf = (
  record: PenaltyRecord,
  marks: readonly CountedMark[],
  weeks: readonly LocalDate[],
  { rule, considerAgainAfter }: { readonly rule: PenaltyRule; readonly considerAgainAfter: number },
): PenaltyCount => {
  const charged = chargedThrough(record.considered) ?? ''
  const count = penaltyCount(
    marks.filter(({ date }) => date > charged),
    weeks,
    record.dateOfBirth,
    rule,
  )
  if (record.improve?.state === 'running') return { ...count, ...QUIET }
  const answered = answeredThrough(record)
  if (answered === undefined) return count
  const further = count.counted.filter(({ date }) => date > answered).length
  return further < considerAgainAfter && further < count.sessions ? { ...count, ...QUIET } : count
}
