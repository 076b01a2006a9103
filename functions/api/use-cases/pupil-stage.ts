/** Where a pupil stands against the thresholds, what went to the family and how that reads by the marks of now, and what comes next. */
import type * as z from 'zod'
import type { PupilAttendanceAnswer } from '../../../events/api/pupils.ts'
import { pupilMarksBetween } from '../../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { type CountedMark, tallyOf } from '../../../shared/domain/counting/tally.ts'
import { marksWithin } from '../../../shared/domain/counting/window.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { annotate, comesNext, type StageRecord, stageOf } from '../../../shared/domain/stages/stage.ts'
import type { Crossing, SentStep } from '../../../shared/domain/stages/steps.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'
import { showTally } from './attendance-figures.ts'

/** The marks that the figures of what went were counted from, as they are now. */
const marksOfSent = async (
  call: Call,
  pupil: Pupil,
  { sent, year }: StageRecord,
  classIds: readonly string[],
): Promise<readonly CountedMark[]> => {
  const until = sent
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  return until === undefined
    ? []
    : pupilMarksBetween(call.stores, call.academy, pupil.key, classIds, { from: year, until })
}

const showSent = (call: Call, pupil: Pupil, marks: readonly CountedMark[], year: LocalDate) => (step: SentStep) => {
  const now = tallyOf(marksWithin(marks, { from: year, until: step.on }, pupil))
  const { corrected, holds } = annotate(step, now, call.policy.thresholds)
  return {
    step: step.step,
    on: step.on,
    at: step.at,
    ...(step.letters ? { letters: step.letters } : {}),
    figures: showTally(step.tally),
    ...(step.meeting ? { meeting: step.meeting } : {}),
    ...(corrected ? { corrected: { figures: showTally(now), holds } } : {}),
    ...(step.stands ? { stands: step.stands } : {}),
  }
}

const showDue = ({ step, on, tally, meeting }: Crossing) => ({
  step,
  on,
  figures: showTally(tally),
  ...(meeting ? { meeting } : {}),
})

/** The stage in the school year that a date is in. `classIds`: the classes that marked the pupil in it. */
export const pupilStage = async (call: Call, pupil: Pupil, date: LocalDate, classIds: readonly string[]) => {
  const year = schoolYearOf(date)
  const record = await call.stores.stage(call.academy, year, pupil.key)
  const marks = await marksOfSent(call, pupil, record, classIds)
  const next = comesNext(record, call.policy.thresholds)
  return {
    now: stageOf(record),
    cycle: record.cycle,
    sent: record.sent.map(showSent(call, pupil, marks, year)),
    ...(record.due ? { due: showDue(record.due) } : {}),
    ...(next ? { next } : {}),
    ...(record.reviewSince === undefined ? {} : { reviewSince: record.reviewSince }),
    ...(record.waitsSince === undefined ? {} : { waitsSince: record.waitsSince }),
    ...(record.recoveringSince === undefined ? {} : { recoveringSince: record.recoveringSince }),
  } satisfies z.input<typeof PupilAttendanceAnswer>['stage']
}
