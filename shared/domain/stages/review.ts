/**
 * What follows a letter. When it has left the house, or the meeting it invited to is over, so many school days are reviewed on their own: a
 * pupil who came to school in them has improved and is reviewed again; otherwise the next step is due. A letter whose marks have changed so
 * that it would not go today stops everything until a person has looked.
 * Source: the attendance policy on persistent absentees: "If attendance doesn't improve then a stage 2 letter is sent via post".
 */
import type { PanelMeeting } from '../attend/attend-case.ts'
import { isAtLeast } from '../counting/boundaries.ts'
import type { Tally } from '../counting/tally.ts'
import { isOpenLetter, type Letter } from '../letters/stored.ts'
import { addDays, type LocalDate, localDate } from '../time.ts'
import { type Behind, isInDoubt, withNotes } from './marks-changed.ts'
import { furthestCrossed, furthestSent, type Reading, type StageRecord, withoutPartTime } from './stage.ts'
import { isLetterStep, type SentStep, stepAfter, type Thresholds } from './steps.ts'

/** The letter step whose outcome is still to be seen: the last that went, with nothing due after it and nobody asked about it. */
export const underReview = (record: StageRecord, { tally }: Reading, thresholds: Thresholds): SentStep | undefined => {
  const last = furthestSent(record)
  if (last === undefined || !isLetterStep(last.step) || record.due || record.waitsSince) return undefined
  return furthestCrossed(tally, thresholds) === 'stage-1' ? last : undefined
}

/**
 * The date after which the review counts: that on which the last letter left, or of the meeting it invited to. `undefined` while a letter
 * waits in the house. `letters`: those of the step; where none ever left, each parent was a task, and the date is that of telling them.
 */
export const reviewBegins = (step: SentStep, letters: readonly Letter[], zone: string): LocalDate | undefined => {
  if (letters.some(isOpenLetter)) return undefined
  const left = letters.flatMap(({ sent }) => (sent ? [localDate(sent.at, zone)] : []))
  return [localDate(step.at, zone), ...left, ...(step.meeting ? [step.meeting.date] : [])].toSorted().at(-1)
}

/**
 * The step as its review goes by it: with the day on which the meeting was really held, and with none where it was cancelled. `ahead` while
 * the meeting, wherever it was moved to, is still to come. `panel`: what the family's case says of it; absent where it says nothing.
 */
export const asHeld = (step: SentStep, panel: PanelMeeting | undefined, through: LocalDate): SentStep | 'ahead' => {
  if (panel === undefined) return step
  const { meeting: _invited, ...rest } = step
  if (panel.state === 'cancelled') return rest
  const { id, date, time, place } = panel
  return panel.state === 'arranged' && date > through ? 'ahead' : { ...rest, meeting: { id, date, time, place } }
}

/** So many school days have passed since the review began. */
export const isReviewOver = (
  { reviewSince }: StageRecord,
  reading: Reading,
  { reviewSchoolDays }: Thresholds,
): boolean => reviewSince !== undefined && reading.schoolDaysFrom(addDays(reviewSince, 1)) >= reviewSchoolDays

/** Figures counted from the registers when a review is over. */
export interface Reviewed {
  /** Of the days after the review began. */
  readonly period: Tally
  readonly behind: readonly Behind[]
}

/** The record once a review is over. */
export const afterReview = (
  record: StageRecord,
  reading: Reading,
  reviewed: Reviewed,
  thresholds: Thresholds,
): StageRecord => {
  const { through, tally } = reading
  const sent = withNotes(record.sent, reviewed.behind, through, thresholds)
  if (sent.some(isInDoubt)) return { ...record, sent, waitsSince: through }
  const period = withoutPartTime(reviewed.period)
  // Nobody has shown anything in days on which there was no school for them.
  if (period.possible === 0) return record
  if (isAtLeast(period, thresholds.improved)) return { ...record, sent, reviewSince: through }
  const step = stepAfter(furthestSent(record)?.step)
  return step === undefined ? record : { ...record, sent, due: { step, on: through, tally } }
}

/** The record after a person has looked at the changed marks and lets the next step come. */
export const goesOn = ({ waitsSince: _waits, ...record }: StageRecord, by: string, at: string): StageRecord => ({
  ...record,
  sent: record.sent.map((step) => (isInDoubt(step) ? { ...step, stands: { by, at } } : step)),
})
