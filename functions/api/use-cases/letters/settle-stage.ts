/** What a person decides about a pupil's stage: the day of an ATTEND meeting, and whether the next step comes after marks have changed. */
import type { z } from 'zod'
import type { StageBody } from '../../../../events/api/stages.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { goesOn } from '../../../../shared/domain/stages/review.ts'
import { anew, type StageRecord } from '../../../../shared/domain/stages/stage.ts'
import type { Call } from '../../call.ts'
import { arrangeStageMeeting } from '../attend/stage-meeting.ts'

type Body = z.output<typeof StageBody>
type Decision = Exclude<Body, { do: 'meet' }>

const decided = (call: Call, record: StageRecord, body: Decision): Result<StageRecord> => {
  if (body.do === 'start-anew')
    return record.sent.length + (record.due ? 1 : 0) === 0
      ? refused('not-begun', 'Nothing has gone to this family in this cycle.', 'There is nothing to end.', 'do')
      : ok(anew(record))
  return record.waitsSince === undefined
    ? refused('not-waiting', 'No step waits for a person.', 'Look at the pupil’s stage again.', 'do')
    : ok(goesOn(record, call.caller.sub, call.now))
}

const KINDS = { 'go-on': 'stage-goes-on', 'start-anew': 'stage-cycle-ended' } as const

/** Takes the decision and keeps it with its reason. Refused: what the stage does not ask, what `arrangeStageMeeting` refuses, `stale`. */
export const settleStage = async (call: Call, pupil: Pupil, body: Body): Promise<Result<StageRecord>> => {
  const record = await call.stores.stage(call.academy, schoolYearOf(call.date), pupil.key, true)
  if (body.do === 'meet') {
    const arranged = await arrangeStageMeeting(call, pupil, record, body)
    return arranged.ok ? ok(record) : arranged
  }
  const next = decided(call, record, body)
  if (!next.ok) return next
  const { because, ...what } = body
  const act = call.act(KINDS[body.do], { pupils: [pupil.key], detail: { ...what, because }, look: true })
  return (await call.stores.saveStage(call.academy, next.value, act)) === 'saved'
    ? next
    : refused('stale', 'The stage has just changed.', 'Look at the pupil’s stage again.')
}
