/** The one decision that a matter of penalty notices asks for, by the Attendance Lead or the Head, and how it is taken back. */
import type { Consider } from '../../../../events/api/penalties.ts'
import { endConsidered } from '../../../../shared/counting/penalties-at-once.ts'
import { considerTaskId, PENALTY_GROUND } from '../../../../shared/counting/penalty-tasks.ts'
import type { Consideration } from '../../../../shared/domain/penalties/consider.ts'
import { afterDecision, afterUndo, lookedAtThrough, mayDecide } from '../../../../shared/domain/penalties/decide.ts'
import { stateOf } from '../../../../shared/domain/penalties/ledger.ts'
import type { PenaltyRecord } from '../../../../shared/domain/penalties/record.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { type PenaltyMatter, penaltyMatterOf } from '../../../../shared/penalties/load-penalties.ts'
import type { Call } from '../../call.ts'
import { orderNotice, withdrawNotices } from './improve-notice.ts'
import { keepReferral } from './refer-penalty.ts'

const STALE = refused('stale', 'Somebody else has just changed this matter.', 'Look at the pupil again.')

/** Saves a record, with what was done in the pupil's history. */
export const savePenalties = async (
  call: Call,
  record: PenaltyRecord,
  kind: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<Result<PenaltyRecord>> => {
  const act = call.act(kind, { ...PENALTY_GROUND, pupils: [record.pupil], detail })
  const saved = await call.stores.savePenaltyRecord(call.academy, record, act)
  return saved === 'saved' ? ok({ ...record, version: record.version + 1 }) : STALE
}

/** The task that asked for the decision has its answer, and a list of many when this was the last of them. */
const endTask = async (call: Call, record: PenaltyRecord, what: string): Promise<void> => {
  await endConsidered(call.stores, call.academy, record.pupil, call.caller.sub, call.act)
  const task = await call.stores.task(call.academy, considerTaskId(record))
  if (task?.state !== 'open') return
  const detail = { task: task.id, task_kind: task.kind, what }
  const outcome = { what, by: call.caller.sub, at: call.now }
  const act = call.act('task-done', { ...PENALTY_GROUND, pupils: task.pupils, detail })
  await call.stores.endTask(call.academy, task, 'done', outcome, act)
}

const isOnHold = async (call: Call, pupil: Pupil): Promise<boolean> =>
  (await call.stores.open(call.academy)).holds.some((hold) => hold.pupil === pupil.key)

const considerationOf = (call: Call, asked: Consider, { count }: PenaltyMatter): Consideration => ({
  id: call.world.ids.fresh(),
  decision: asked.decision,
  by: call.caller.sub,
  at: call.now,
  because: asked.because,
  through: lookedAtThrough(count),
  sessions: count.sessions,
  ...(asked.decision === 'refer' ? { parents: asked.parents } : {}),
})

/** Carries the decision out: letters first, then the record that says that they were given; ordered twice they are the same letters. */
const carryOut = async (call: Call, asked: Consider, matter: PenaltyMatter): Promise<Result<PenaltyRecord>> => {
  const consideration = considerationOf(call, asked, matter)
  const { decision, because, sessions, through } = consideration
  const detail = { decision, because, sessions, through, consideration: consideration.id }
  if (asked.decision === 'notice-to-improve') {
    const given = await orderNotice(call, matter, asked.support)
    if (!given.ok) return given
    const window = { ...given.value.time, decision: consideration.id, state: 'running' as const }
    const record = afterDecision(matter.record, consideration, window)
    return savePenalties(call, record, 'penalty-considered', { ...detail, from: window.from, until: window.until })
  }
  if (asked.decision === 'refer') {
    const kept = await keepReferral(call, asked, consideration, matter)
    if (!kept.ok) return kept
  }
  return savePenalties(call, afterDecision(matter.record, consideration), 'penalty-considered', detail)
}

/** Decides a pupil's matter on the marks of this moment. */
export const considerPenalty = async (call: Call, pupil: Pupil, asked: Consider): Promise<Result<PenaltyMatter>> => {
  const matter = await penaltyMatterOf(call.stores, call.academy, call.policy, pupil)
  const moment = { date: call.date, policy: call.policy, onHold: await isOnHold(call, pupil) }
  const may = mayDecide(asked, { ...matter, record: matter.judged }, moment)
  if (!may.ok) return may
  const done = await carryOut(call, asked, matter)
  if (!done.ok) return done
  await endTask(call, matter.record, asked.decision)
  return ok(await penaltyMatterOf(call.stores, call.academy, call.policy, pupil))
}

/** Takes a decision back; the letters of a notice to improve that have not left the house stay there. */
export const takeBack = async (
  call: Call,
  pupil: Pupil,
  decision: string,
  because: string,
): Promise<Result<PenaltyMatter>> => {
  const { record } = await penaltyMatterOf(call.stores, call.academy, call.policy, pupil)
  const undone = { by: call.caller.sub, at: call.now, because }
  const followed = (referral: string): boolean =>
    record.notices.some((notice) => notice.referral === referral && stateOf(notice) !== undefined)
  const next = afterUndo(record, decision, undone, followed)
  if (!next.ok) return next
  if (record.improve?.decision === decision) await withdrawNotices(call, pupil.key, because)
  const saved = await savePenalties(call, next.value, 'penalty-taken-back', { consideration: decision, because })
  return saved.ok ? ok(await penaltyMatterOf(call.stores, call.academy, call.policy, pupil)) : saved
}
