/** Who goes to a family's home says so first, and says when they are back: otherwise somebody looks for them. */
import type * as z from 'zod'
import type { OutBody, VisitRiskBody } from '../../../events/api/visits.ts'
import { familyOf } from '../../../shared/api/family-of.ts'
import { findPupil } from '../../../shared/api/pupils.ts'
import { idOf } from '../../../shared/domain/ids.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { addMinutes } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'

const GROUND = {
  rule: 'visitor-out',
  clause: 'Undertake home visits to engage families and ensure children are safe',
} as const

/** Somebody goes out. Refuses a second time while they are out, and one person alone where two must go. */
export const goOut = async (
  call: Call,
  body: z.output<typeof OutBody>,
): Promise<Result<{ id: string; back: string }>> => {
  const { tasks, risks } = await call.stores.open(call.academy)
  if (tasks.some(({ kind, about }) => kind === 'visitor-out' && about === call.caller.sub))
    return refused('already', 'You are out already.', 'Say that you are back before you go again.')
  const pupils: Pupil[] = []
  for (const id of new Set(body.pupils)) {
    const found = await findPupil(call.stores, call.academy, id)
    if (!found.ok) return found
    pupils.push(found.value)
  }
  const needsTwo = pupils.some(({ key }) => risks.some((risk) => risk.pupil === key && risk.twoPeople))
  if (needsTwo && body.people < 2)
    return refused('two-people', 'Nobody goes to one of these homes alone.', 'Take somebody with you.', 'people')
  const id = idOf('out', call.caller.sub, call.now)
  const back = addMinutes(call.now, call.policy.visits.backWithinMinutes)
  const keys = pupils.map(({ key }) => key)
  const task = {
    ...GROUND,
    id,
    kind: 'visitor-out',
    date: call.date,
    version: 1,
    pupils: keys,
    about: call.caller.sub,
    raised: call.now,
    due: back,
    doers: ['visitor', 'office'],
    urgent: false,
    state: 'open',
    why: body.people > 1 ? `${body.people} people are out on visits.` : 'Somebody is out on visits alone.',
    pages: {},
  } as const
  const detail = { task: id, task_kind: 'visitor-out', people: body.people, due: back }
  await call.stores.raiseTask(call.academy, task, call.act('visitor-out', { pupils: keys, detail, look: true }))
  return ok({ id, back })
}

/** They are back, or somebody has spoken to them. Whoever was to look for them need not any more. */
export const comeBack = async (call: Call, taskId: string): Promise<Result<{ id: string }>> => {
  const task = await call.stores.task(call.academy, taskId)
  if (task?.kind !== 'visitor-out')
    return refused('not-found', 'Nobody is out under this id.', 'Look at the list of visits again.')
  const outcome = { what: 'back', by: call.caller.sub, at: call.now }
  const detail = { task: task.id, task_kind: task.kind }
  const act = call.act('visitor-back', { pupils: task.pupils, detail, look: true })
  await call.stores.endTask(call.academy, task, 'done', outcome, act)
  return ok({ id: task.id })
}

/** What to know before going to this family's door: it stands on every child of the family. */
export const putRisk = async (call: Call, pupil: Pupil, body: z.output<typeof VisitRiskBody>): Promise<void> => {
  for (const key of await familyOf(call, pupil)) {
    const risk = { pupil: key, note: body.note, twoPeople: body.twoPeople, by: call.caller.sub, at: call.now }
    const act = call.act('visit-risk-noted', { pupils: [key], detail: { twoPeople: body.twoPeople } })
    await call.stores.putRisk(call.academy, risk, act)
  }
}

/** The note is true no more. */
export const endRisk = async (call: Call, pupil: Pupil): Promise<Result<undefined>> => {
  const families = await familyOf(call, pupil)
  const ended = await Promise.all(
    families.map((key) => call.stores.endRisk(call.academy, key, call.act('visit-risk-ended', { pupils: [key] }))),
  )
  return ended.includes('ended')
    ? ok(undefined)
    : refused('not-found', 'There is no such note about this family.', 'Nothing needs doing.')
}
