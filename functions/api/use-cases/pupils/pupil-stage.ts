/** Where a pupil stands against the thresholds, what went to the family and how that reads by the marks of now, and what comes next. */
import type * as z from 'zod'
import type { PupilAttendanceAnswer } from '../../../../events/api/pupils.ts'
import { pupilMarksBetween } from '../../../../shared/counting/marks-between.ts'
import { panelOf } from '../../../../shared/counting/panel-of.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import { type CountedMark, tallyOf } from '../../../../shared/domain/counting/tally.ts'
import { marksWithin } from '../../../../shared/domain/counting/window.ts'
import type { Meeting } from '../../../../shared/domain/letters/letter.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { meetingFor } from '../../../../shared/domain/stages/meeting.ts'
import { annotate, comesNext, type StageRecord, stageOf } from '../../../../shared/domain/stages/stage.ts'
import type { Crossing, SentStep } from '../../../../shared/domain/stages/steps.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
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

/** The meeting that a letter invited to, and what has become of it in the family's attendance case. */
const showMeeting = async (call: Call, { key }: Pupil, invited: Meeting) => {
  const panel = await panelOf(call.stores, call.academy, key, invited.id)
  if (panel === undefined) return invited
  const { id, date, time, place, state } = panel
  return { ...invited, state, ...(id === invited.id ? {} : { movedTo: { id, date, time, place } }) }
}

const showSent =
  (call: Call, pupil: Pupil, marks: readonly CountedMark[], year: LocalDate) => async (step: SentStep) => {
    const now = tallyOf(marksWithin(marks, { from: year, until: step.on }, pupil))
    const { corrected, holds } = annotate(step, now, call.policy.thresholds)
    return {
      step: step.step,
      on: step.on,
      at: step.at,
      ...(step.letters ? { letters: step.letters } : {}),
      figures: showTally(step.tally),
      ...(step.meeting ? { meeting: await showMeeting(call, pupil, step.meeting) } : {}),
      ...(corrected ? { corrected: { figures: showTally(now), holds } } : {}),
      ...(step.stands ? { stands: step.stands } : {}),
    }
  }

/** What is due, and the meeting to which its letter will invite where one is arranged. */
const showDue = async (call: Call, { key }: Pupil, { step, on, tally }: Crossing) => {
  const arranged = step === 'stage-2' ? (await call.stores.open(call.academy)).meetings : []
  const meeting = meetingFor(key, arranged, call.date)
  return { step, on, figures: showTally(tally), ...(meeting ? { meeting } : {}) }
}

/** The stage in the school year that a date is in. `classIds`: the classes that marked the pupil in it. */
export const pupilStage = async (call: Call, pupil: Pupil, date: LocalDate, classIds: readonly string[]) => {
  const year = schoolYearOf(date)
  const record = await call.stores.stage(call.academy, year, pupil.key)
  const marks = await marksOfSent(call, pupil, record, classIds)
  const next = comesNext(record, call.policy.thresholds)
  return {
    now: stageOf(record),
    cycle: record.cycle,
    sent: await Promise.all(record.sent.map(showSent(call, pupil, marks, year))),
    ...(record.due ? { due: await showDue(call, pupil, record.due) } : {}),
    ...(next ? { next } : {}),
    ...(record.reviewSince === undefined ? {} : { reviewSince: record.reviewSince }),
    ...(record.waitsSince === undefined ? {} : { waitsSince: record.waitsSince }),
    ...(record.recoveringSince === undefined ? {} : { recoveringSince: record.recoveringSince }),
  } satisfies z.input<typeof PupilAttendanceAnswer>['stage']
}
