/** What a person decides about a pupil's stage: the day of an ATTEND meeting, and whether the next step comes after marks have changed. */
import type { z } from 'zod'
import type { StageBody } from '../../../events/api/stages.ts'
import { closedCode, schoolYearOf } from '../../../shared/domain/calendar.ts'
import { schoolDaysSince } from '../../../shared/domain/counting/unresolved.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { goesOn } from '../../../shared/domain/stages/review.ts'
import { anew, type StageRecord } from '../../../shared/domain/stages/stage.ts'
import { calendarOf } from '../../../shared/follow-up/load-known.ts'
import type { Call } from '../call.ts'

type Body = z.output<typeof StageBody>
type Meet = Extract<Body, { do: 'meet' }>

const notDue = (): Result<never> =>
  refused('not-due', 'No stage 2 letter is due to this family.', 'Look at the pupil’s stage again.', 'do')

/** A morning or an afternoon on which parents find somebody at school, and time enough to arrange for it. */
const checkDay = async (call: Call, { date, time }: Meet): Promise<Result<void>> => {
  const { noticeSchoolDays } = call.policy.letters.meeting
  const [calendar, { closures }] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.open(call.academy, false),
  ])
  if (closedCode(calendar, closures, date, time < '12:00' ? 'AM' : 'PM') !== undefined)
    return refused('closed', 'The school is closed then.', 'Give another day.', 'date')
  const notice = schoolDaysSince(calendar, closures, call.date, date)
  return notice >= noticeSchoolDays
    ? ok(undefined)
    : refused(
        'short-notice',
        `The meeting is ${notice} school days ahead, and the policy gives a family ${noticeSchoolDays}.`,
        'Give a later day.',
        'date',
      )
}

const meet = async (call: Call, record: StageRecord, body: Meet): Promise<Result<StageRecord>> => {
  const { due } = record
  if (due?.step !== 'stage-2') return notDue()
  const checked = await checkDay(call, body)
  if (!checked.ok) return checked
  const meeting = { date: body.date, time: body.time, place: body.place ?? call.policy.letters.meeting.place }
  return ok({ ...record, due: { ...due, meeting } })
}

const decided = async (call: Call, record: StageRecord, body: Body): Promise<Result<StageRecord>> => {
  if (body.do === 'meet') return meet(call, record, body)
  if (body.do === 'start-anew')
    return record.sent.length + (record.due ? 1 : 0) === 0
      ? refused('not-begun', 'Nothing has gone to this family in this cycle.', 'There is nothing to end.', 'do')
      : ok(anew(record))
  return record.waitsSince === undefined
    ? refused('not-waiting', 'No step waits for a person.', 'Look at the pupil’s stage again.', 'do')
    : ok(goesOn(record, call.caller.sub, call.now))
}

const KINDS = { meet: 'stage-meeting-set', 'go-on': 'stage-goes-on', 'start-anew': 'stage-cycle-ended' } as const

/** Takes the decision and keeps it with its reason. Refused: what the stage does not ask, a closed day, short notice, `stale`. */
export const settleStage = async (call: Call, pupil: Pupil, body: Body): Promise<Result<StageRecord>> => {
  const record = await call.stores.stage(call.academy, schoolYearOf(call.date), pupil.key, true)
  const next = await decided(call, record, body)
  if (!next.ok) return next
  const { because, ...what } = body
  const act = call.act(KINDS[body.do], { pupils: [pupil.key], detail: { ...what, because }, look: true })
  return (await call.stores.saveStage(call.academy, next.value, act)) === 'saved'
    ? next
    : refused('stale', 'The stage has just changed.', 'Look at the pupil’s stage again.')
}
