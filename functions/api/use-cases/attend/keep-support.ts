/** Support offered, asked for and planned: kept in the pupil's record, with a task where somebody waits for an answer. */
import type { z } from 'zod'
import type { SupportAnswerBody, SupportBody } from '../../../../events/api/attend.ts'
import { assigned } from '../../../../shared/domain/assigned.ts'
import { answer, type SupportRecord } from '../../../../shared/domain/attend/support.ts'
import { schoolDaysAfter } from '../../../../shared/domain/calendar.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import { inForce } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { TaskKind } from '../../../../shared/domain/task.ts'
import { instantOf } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'

const GROUND = {
  rule: 'support',
  clause:
    'The Attendance Lead: make requests to the Local Authority, through its family service, to provide additional support',
}
const STALE = refused('stale', 'Somebody changed it meanwhile.', 'Look at it again.')

const taskId = (recordId: string): string => idOf('answer', recordId)

/** Saves a record with why, its words among what is private. */
export const saveSupport = async (
  call: Call,
  record: SupportRecord,
  kind: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<Result<SupportRecord>> => {
  const act = call.act(kind, { ...GROUND, pupils: [record.pupil], detail: { record: record.id, ...detail } })
  const saved = await call.stores.saveSupport(call.academy, record, act)
  return saved === 'saved' ? ok({ ...record, version: record.version + 1 }) : STALE
}

type Body = z.output<typeof SupportBody>

/** Why it cannot be kept: a service or a member of staff that the school does not have, a review that is not ahead. */
const wrongIn = async (call: Call, body: Body): Promise<Result<undefined>> => {
  const { agencies } = call.policy.attend
  if (body.is === 'request' && !agencies.includes(body.agency))
    return refused('no-agency', 'The policy has no such service.', `Use ${agencies.join(', ')}.`, 'agency')
  if (body.is !== 'return') return ok(undefined)
  if (body.review <= call.date) return refused('past', 'The review is not ahead.', 'Give a date after today.', 'review')
  const staff = await call.stores.roll.staff(call.academy)
  return staff.some((member) => member.staffId === body.owner && inForce(member, call.date))
    ? ok(undefined)
    : refused('no-staff', 'The owner is not on the list of staff.', 'Name a member of staff by staff id.', 'owner')
}

const end = async (
  call: Call,
  kinds: readonly TaskKind[],
  matches: (id: string, pupils: readonly string[]) => boolean,
) => {
  const { tasks } = await call.stores.open(call.academy, false)
  for (const task of tasks.filter((each) => kinds.includes(each.kind) && matches(each.id, each.pupils))) {
    const { id, kind, pupils, rule, clause } = task
    const outcome = { what: 'It was written down.', by: call.caller.sub, at: call.now }
    const act = call.act('task-done', { pupils, rule, clause, detail: { task: id, task_kind: kind } })
    await call.stores.endTask(call.academy, task, 'done', outcome, act)
  }
}

/** Somebody asks again when no answer has come by then. */
const awaitAnswer = async (call: Call, { id: about, pupil }: SupportRecord, answerBy: string): Promise<void> => {
  const id = taskId(about)
  const task = {
    ...GROUND,
    id,
    kind: 'support-answer',
    date: call.date,
    version: 1,
    pupils: [pupil],
    about,
    raised: call.now,
    due: instantOf(answerBy, call.policy.day.ends, call.policy.zone),
    doers: assigned(call.policy.duties.supportAnswer, call.now).doers,
    urgent: false,
    state: 'open',
    why: 'A service was asked for support. Write down its answer, or ask again when none has come by then.',
    pages: {},
  } as const
  const act = call.act('task-raised', { ...GROUND, pupils: [pupil], detail: { task: id, task_kind: task.kind } })
  await call.stores.raiseTask(call.academy, task, act)
}

export const keepSupport = async (call: Call, pupilId: string, body: Body): Promise<Result<SupportRecord>> => {
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const wrong = await wrongIn(call, body)
  if (!wrong.ok) return wrong
  const { key } = found.value
  const base = { id: call.world.ids.fresh(), pupil: key, version: 0, on: call.date, by: call.caller.sub, at: call.now }
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const answerBy = schoolDaysAfter(calendar, call.date, call.policy.attend.answerSchoolDays)
  const record: SupportRecord = body.is === 'request' ? { ...base, ...body, answerBy } : { ...base, ...body }
  const { is, ...said } = body
  const saved = await saveSupport(call, record, `support-${is}`, said)
  if (!saved.ok) return saved
  if (body.is === 'request') await awaitAnswer(call, record, answerBy)
  if (body.is === 'return') await end(call, ['return-plan'], (_id, pupils) => pupils.includes(key))
  return saved
}

export const answerSupport = async (
  call: Call,
  pupilId: string,
  recordId: string,
  body: z.output<typeof SupportAnswerBody>,
): Promise<Result<SupportRecord>> => {
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const record = await call.stores.supportRecord(call.academy, found.value.key, recordId)
  if (record === undefined)
    return refused('not-found', 'There is no such record.', 'Look at the pupil’s support again.')
  const is = answer(record, { ...body, on: call.date, by: call.caller.sub, at: call.now })
  if (!is.ok) return is
  const saved = await saveSupport(call, is.value, 'support-answered', { was: record.is, ...body })
  if (saved.ok) await end(call, ['support-answer'], (id) => id === taskId(recordId))
  return saved
}
