/**
 * What the night makes of a letter that went: it sees when the letter has left, and judges the days after it when there are enough of them, on
 * the registers themselves. What only a person may do, it asks them to.
 */
import type { ClassTally } from '../domain/counting/class-tally.ts'
import { type CountedMark, tallyOf } from '../domain/counting/tally.ts'
import { marksWithin } from '../domain/counting/window.ts'
import type { Pupil } from '../domain/people.ts'
import { countedBehind, toldOf } from '../domain/stages/marks-changed.ts'
import { afterReview, asHeld, isReviewOver, type Reviewed, reviewBegins, underReview } from '../domain/stages/review.ts'
import { afterSending, type Reading, type StageRecord } from '../domain/stages/stage.ts'
import type { Stores } from '../ports/stores.ts'
import { classesThatMarked, pupilMarksBetween } from './marks-between.ts'
import { panelOf } from './panel-of.ts'
import type { StagesNight } from './stage-acts.ts'
import { askPerson } from './stage-tasks.ts'

type Kept = Pick<Stores, 'letter' | 'registersOf' | 'raiseTask' | 'attendCase' | 'closedAttendCases'>

const reviewedOf = (marks: readonly CountedMark[], record: StageRecord, { through }: Reading): Reviewed => {
  const { reviewSince = through, year } = record
  return {
    period: tallyOf(marks.filter(({ date }) => reviewSince < date && date <= through)),
    behind: countedBehind(toldOf(record, year), marks),
  }
}

/** The record with what has become of the letter that went last, as far as this night can tell. */
export const afterLetter = async (
  stores: Kept,
  {
    record,
    reading,
    pupil,
    classes,
  }: {
    readonly record: StageRecord
    readonly reading: Reading
    readonly pupil: Pupil
    readonly classes: readonly ClassTally[]
  },
  night: StagesNight,
): Promise<StageRecord> => {
  const { academy, policy, now } = night
  const step = underReview(record, reading, policy.thresholds)
  if (step === undefined) return record
  if (record.reviewSince === undefined) {
    const held = asHeld(step, await panelOf(stores, academy, pupil.key, step.meeting?.id), reading.through)
    if (held === 'ahead') return record
    const letters = await Promise.all((step.letters ?? []).map((id) => stores.letter(academy, id)))
    const reviewSince = reviewBegins(
      held,
      letters.filter((letter) => letter !== undefined),
      policy.zone,
    )
    return reviewSince === undefined ? record : { ...record, reviewSince }
  }
  if (!isReviewOver(record, reading, policy.thresholds)) return record
  const span = { from: record.year, until: reading.through }
  const all = await pupilMarksBetween(stores, academy, pupil.key, classesThatMarked(pupil, classes), span)
  const next = afterReview(
    record,
    reading,
    reviewedOf(marksWithin(all, span, pupil), record, reading),
    policy.thresholds,
  )
  if (next.waitsSince !== undefined) await askPerson(stores, night, 'stage-in-doubt', next)
  if (next.due?.step !== 'legal') return next
  // Nobody is asked to think of court while the child is missing or the family is on hold: the next night judges again.
  if (night.leftInPeace.has(pupil.key)) return record
  await askPerson(stores, night, 'legal-action', record)
  return afterSending(next, now)
}
