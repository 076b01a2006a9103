/** What people write into an attendance case between its meetings: the plan, barriers, actions, check-ins and reviews. */
import type { z } from 'zod'
import type {
  ActionBody,
  ActionOutcomeBody,
  BarrierBody,
  CheckInBody,
  PlanBody,
  ReviewBody,
} from '../../../../events/api/attend.ts'
import { type Covered, coveredNow } from '../../../../shared/api/covered.ts'
import { impactOf } from '../../../../shared/counting/impact.ts'
import type { AttendCase } from '../../../../shared/domain/attend/attend-case.ts'
import {
  actionTaskId,
  addAction,
  addBarrier,
  addCheckIn,
  agreePlan,
  endAction,
  recordReview,
  workBegan,
} from '../../../../shared/domain/attend/plan.ts'
import { inForce, type Pupil, type StaffMember } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'
import { type Changed, changeCase } from './attend-case.ts'

const deed = (call: Call) => ({ by: call.caller.sub, at: call.now })

const reviewIn = (call: Call): string => addDays(call.date, call.policy.attend.reviewDays)

const isStaff = (call: Call, staff: readonly StaffMember[], id: string): Result<undefined> =>
  staff.some((member) => member.staffId === id && inForce(member, call.date))
    ? ok(undefined)
    : refused('no-staff', `${id} is not on the list of staff.`, 'Name a member of staff by staff id.', 'owner')

const isBarrier = (call: Call, kind: string): Result<undefined> =>
  call.policy.attend.barriers.includes(kind)
    ? ok(undefined)
    : refused(
        'no-barrier',
        'The policy has no such category.',
        `Use ${call.policy.attend.barriers.join(', ')}.`,
        'kind',
      )

const isContact = (pupil: Pupil, ids: readonly string[]): Result<undefined> => {
  const stranger = ids.find((id) => !pupil.contacts.some(({ contactId }) => contactId === id))
  return stranger === undefined
    ? ok(undefined)
    : refused('no-contact', `${stranger} is no contact of the child.`, 'Name contacts of the child.', 'agreedWith')
}

/** One change after the other; the first refusal ends it, and nothing is kept. */
const inTurn = (aCase: AttendCase, steps: readonly ((from: AttendCase) => Result<AttendCase>)[]): Result<AttendCase> =>
  steps.reduce<Result<AttendCase>>((result, step) => (result.ok ? step(result.value) : result), ok(aCase))

const newAction = (call: Call, body: z.output<typeof ActionBody>) => ({
  ...body,
  id: call.world.ids.fresh(),
  agreedOn: call.date,
  ...deed(call),
})

export const makePlan = async (
  call: Call,
  pupilId: string,
  { barriers, actions, review, ...plan }: z.output<typeof PlanBody>,
): Promise<Result<Changed>> => {
  const staff = await call.stores.roll.staff(call.academy)
  return changeCase(call, pupilId, (aCase, pupil) => {
    const checks = [
      isContact(pupil, plan.agreedWith),
      ...[plan.owner, ...actions.map(({ owner }) => owner)].map((id) => isStaff(call, staff, id)),
      ...barriers.map(({ kind }) => isBarrier(call, kind)),
    ]
    const wrong = checks.find((check) => !check.ok)
    if (wrong && !wrong.ok) return wrong
    const agreed = { ...plan, agreedOn: call.date, ...deed(call) }
    const made = actions.map((action) => newAction(call, action))
    const is = inTurn(aCase, [
      (from) => agreePlan(from, agreed, review ?? reviewIn(call)),
      ...barriers.map((barrier) => (from: AttendCase) => addBarrier(from, { ...barrier, ...deed(call) })),
      ...made.map((action) => (from: AttendCase) => addAction(from, action)),
    ])
    if (!is.ok) return is
    const detail = {
      owner: plan.owner,
      words: plan.words,
      agreedWith: plan.agreedWith,
      barriers: barriers.map(({ kind }) => kind),
      actions: made.map(({ id, owner, due }) => ({ id, owner, due })),
      review: is.value.review,
    }
    return ok({ is: is.value, kind: 'attend-plan-agreed', detail })
  })
}

export const makeAction = async (
  call: Call,
  pupilId: string,
  body: z.output<typeof ActionBody>,
): Promise<Result<Changed>> => {
  const staff = await call.stores.roll.staff(call.academy)
  return changeCase(call, pupilId, (aCase) => {
    const owner = isStaff(call, staff, body.owner)
    if (!owner.ok) return owner
    const action = newAction(call, body)
    const is = addAction(aCase, action)
    const { id, words, due } = action
    return is.ok
      ? ok({ is: is.value, kind: 'action-agreed', detail: { action: id, words, owner: body.owner, due } })
      : is
  })
}

const endTaskOf = async (call: Call, actionId: string, what: string): Promise<void> => {
  const task = await call.stores.task(call.academy, actionTaskId(actionId))
  if (task?.state !== 'open') return
  const { id, kind, pupils, rule, clause } = task
  const act = call.act('task-done', { pupils, rule, clause, detail: { task: id, task_kind: kind } })
  await call.stores.endTask(call.academy, task, 'done', { what, ...deed(call) }, act)
}

/** The lead, the Head, or whoever owns the action, or covers for them. */
const mayWork = (call: Call, owner: string | undefined, { colleagues }: Covered): boolean =>
  owner === call.caller.sub ||
  colleagues.some((each) => each === owner) ||
  call.roles.some((role) => role === 'lead' || role === 'head')

const NOT_YOURS = refused('not-yours', 'That is somebody else’s.', 'Ask the attendance lead.')

export const finishAction = async (
  call: Call,
  pupilId: string,
  actionId: string,
  { state, words }: z.output<typeof ActionOutcomeBody>,
): Promise<Result<Changed>> => {
  const covered = await coveredNow(call)
  const done = await changeCase(call, pupilId, (aCase) => {
    const owner = aCase.actions.find(({ id }) => id === actionId)?.owner
    if (!mayWork(call, owner, covered)) return NOT_YOURS
    const is = endAction(aCase, actionId, state, { words, ...deed(call) })
    return is.ok ? ok({ is: is.value, kind: `action-${state}`, detail: { action: actionId, words } }) : is
  })
  if (done.ok) await endTaskOf(call, actionId, state === 'done' ? 'Done.' : 'Dropped.')
  return done
}

export const nameBarrier = (
  call: Call,
  pupilId: string,
  body: z.output<typeof BarrierBody>,
): Promise<Result<Changed>> =>
  changeCase(call, pupilId, (aCase) => {
    const known = isBarrier(call, body.kind)
    if (!known.ok) return known
    const is = addBarrier(aCase, { ...body, ...deed(call) })
    return is.ok ? ok({ is: is.value, kind: 'barrier-named', detail: { barrier: body.kind, words: body.words } }) : is
  })

export const checkIn = async (
  call: Call,
  pupilId: string,
  { on = call.date, ...body }: z.output<typeof CheckInBody>,
): Promise<Result<Changed>> => {
  const covered = await coveredNow(call)
  return changeCase(call, pupilId, (aCase) => {
    if (!mayWork(call, aCase.plan?.owner, covered)) return NOT_YOURS
    const is = addCheckIn(aCase, { ...body, on, ...deed(call) }, call.date)
    return is.ok ? ok({ is: is.value, kind: 'check-in-held', detail: { on, ...body } }) : is
  })
}

/** Keeps the attendance before and after with what was seen, as it is counted at that moment. */
export const review = async (
  call: Call,
  pupilId: string,
  { words, next = reviewIn(call) }: z.output<typeof ReviewBody>,
): Promise<Result<Changed>> => {
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const current = await call.stores.attendCase(call.academy, found.value.key)
  const until = addDays(call.date, -1)
  const impact = current && (await impactOf(call.stores, call.academy, found.value, workBegan(current), until))
  return changeCase(call, pupilId, (aCase) => {
    if (impact === undefined || workBegan(aCase) !== impact.since)
      return refused('stale', 'Somebody changed the case meanwhile.', 'Look at it again.')
    const is = recordReview(aCase, { on: call.date, words, impact, ...deed(call) }, next)
    return is.ok ? ok({ is: is.value, kind: 'review-held', detail: { words, next, ...impact } }) : is
  })
}
