import {
  ActionBody,
  ActionOutcomeBody,
  BarrierBody,
  CheckInBody,
  PlanBody,
  ReviewBody,
} from '../../../events/api/attend.ts'
import { pathId } from '../../../events/values.ts'
import { dueForReview } from '../../../shared/domain/attend/plan.ts'
import { answer, type Role, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { readDate } from '../query.ts'
import { readPupils } from '../show.ts'
import type { Changed } from '../use-cases/attend/attend-case.ts'
import { reviewLine } from '../use-cases/attend/review-list.ts'
import { showAttendCase } from '../use-cases/attend/show-attend.ts'
import { checkIn, finishAction, makeAction, makePlan, nameBarrier, review } from '../use-cases/attend/work-on-plan.ts'

const WORKERS: readonly Role[] = ['lead', 'head']
/** Whoever may own an action; the use case asks whose it is. */
const OWNERS: readonly Role[] = ['teacher', 'office', 'lead', 'head', 'dsl']
const ofPupil = { academy: pathId, pupil: pathId }

const shown =
  (pupilId: string) =>
  ({ is }: Changed) =>
    showAttendCase(is, pupilId)

const list = route({ roles: ['lead', 'head', 'dsl'], path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const until = readDate(call, 'until', call.date)
  if (!until.ok) return refusalAnswer(until.refusal)
  const due = dueForReview(await call.stores.openAttendCases(call.academy), until.value)
  const { items, next } = pageOf(call, due, ({ review: on, pupil }) => `${on} ${pupil}`, after.value)
  const { pupils } = await readPupils(
    call,
    items.map(({ pupil }) => pupil),
  )
  const lines = []
  for (const aCase of items) {
    const pupil = pupils[aCase.pupil]
    if (pupil) lines.push(await reviewLine(call, aCase, pupil))
  }
  return answer(200, { until: until.value, cases: lines, next: next ?? null })
})

/** The actions of a member of staff; the lead and the Head see everybody's. */
const actions = route({ roles: OWNERS, path: { academy: pathId } }, async (call) => {
  const isAll = call.roles.some((role) => WORKERS.includes(role)) && call.request.query.owner === undefined
  const owner = call.roles.some((role) => WORKERS.includes(role))
    ? (call.request.query.owner ?? call.caller.sub)
    : call.caller.sub
  const cases = await call.stores.openAttendCases(call.academy)
  const open = cases.flatMap((aCase) =>
    aCase.actions
      .filter((action) => action.state === 'open' && (isAll || action.owner === owner))
      .map(({ id, words, due, owner: whose }) => ({ pupil: aCase.pupil, id, words, due, owner: whose })),
  )
  const { ids } = await readPupils(
    call,
    open.map(({ pupil }) => pupil),
  )
  const inOrder = open.toSorted((one, other) => one.due.localeCompare(other.due) || one.id.localeCompare(other.id))
  return answer(200, { actions: inOrder.map((each) => ({ ...each, pupil: ids([each.pupil])[0] })) })
})

const plan = route({ roles: WORKERS, path: ofPupil, body: PlanBody }, async (call, at, body) =>
  resultAnswer(await makePlan(call, at.pupil, body), 200, shown(at.pupil)),
)
const action = route({ roles: WORKERS, path: ofPupil, body: ActionBody }, async (call, at, body) =>
  resultAnswer(await makeAction(call, at.pupil, body), 201, shown(at.pupil)),
)
const barrier = route({ roles: WORKERS, path: ofPupil, body: BarrierBody }, async (call, at, body) =>
  resultAnswer(await nameBarrier(call, at.pupil, body), 201, shown(at.pupil)),
)
const reviewed = route({ roles: WORKERS, path: ofPupil, body: ReviewBody }, async (call, at, body) =>
  resultAnswer(await review(call, at.pupil, body), 201, shown(at.pupil)),
)

/** An owner who is not the lead hears that it is kept, and reads nothing of the case. */
const finished = route(
  { roles: OWNERS, path: { ...ofPupil, action: pathId }, body: ActionOutcomeBody },
  async (call, at, body) =>
    resultAnswer(await finishAction(call, at.pupil, at.action, body), 200, () => ({
      id: at.action,
      state: body.state,
    })),
)
const checked = route({ roles: OWNERS, path: ofPupil, body: CheckInBody }, async (call, at, body) =>
  resultAnswer(await checkIn(call, at.pupil, body), 201, () => ({ pupil: at.pupil, on: body.on ?? call.date })),
)

export const attendPlanRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/attend/review-list': list,
  'GET /academies/{academy}/attend/actions': actions,
  'POST /academies/{academy}/pupils/{pupil}/attend/plan': plan,
  'POST /academies/{academy}/pupils/{pupil}/attend/actions': action,
  'POST /academies/{academy}/pupils/{pupil}/attend/actions/{action}/outcome': finished,
  'POST /academies/{academy}/pupils/{pupil}/attend/barriers': barrier,
  'POST /academies/{academy}/pupils/{pupil}/attend/check-ins': checked,
  'POST /academies/{academy}/pupils/{pupil}/attend/reviews': reviewed,
}
