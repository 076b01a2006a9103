import { BecauseBody, StepBody, VisitBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import type { Case, TakenStep } from '../../../shared/domain/case.ts'
import { onRoll } from '../../../shared/domain/people.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { readPupils, showCase } from '../show.ts'
import { findCases } from '../use-cases/attend/find-cases.ts'
import { recordVisit } from '../use-cases/office/record-visit.ts'
import { findPupil } from '../use-cases/pupils/find-pupil.ts'

const noCase = problem({
  status: 404,
  code: 'not-found',
  title: 'There is no such open case.',
  remedy: 'Look at the list of cases again.',
})

const openCase = async (call: Call, id: string) =>
  (await call.stores.open(call.academy)).cases.find((each) => each.caseId === id)

/** In the order of the day they closed on, or else began. */
const placeOf = (aCase: Case): string => `${aCase.closed?.on ?? aCase.opened} ${aCase.caseId}`

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const found = await findCases(call)
  if (!found.ok) return refusalAnswer(found.refusal)
  const inOrder = found.value.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  const { ids } = await readPupils(
    call,
    items.map((each) => each.pupil),
  )
  return answer(200, { cases: items.map((each) => showCase(each, ids)), next: next ?? null })
})

const get = route({ roles: OFFICE, path: { academy: pathId, case: pathId } }, async (call, at) => {
  const found = await call.stores.case(call.academy, at.case)
  if (!found)
    return problem({
      status: 404,
      code: 'not-found',
      title: 'There is no such case.',
      remedy: 'Look at the list of cases again.',
    })
  const { ids } = await readPupils(call, [found.pupil])
  return answer(200, showCase(found, ids))
})

const HOW: Readonly<Record<'skip' | 'hold' | 'advance', TakenStep['how']>> = {
  skip: 'skipped',
  hold: 'held',
  advance: 'advanced',
}

/** A person changes the order of the ladder; the reason is kept for whoever asks later. */
const step = route(
  { roles: ['lead', 'head', 'dsl'], path: { academy: pathId, case: pathId, step: pathId }, body: StepBody },
  async (call, at, body) => {
    const found = await openCase(call, at.case)
    if (!found) return noCase
    const rung = call.policy.ladder.find((each) => each.id === at.step)
    if (!rung)
      return refusalAnswer({
        code: 'no-such-step',
        why: 'The policy’s ladder has no such step.',
        remedy: `Use ${call.policy.ladder.map((each) => each.id).join(', ')}.`,
        at: 'step',
      })
    const taken: TakenStep = {
      day: body.do === 'advance' ? found.days.length : Math.max(rung.day, found.days.length),
      step: rung.id,
      at: call.now,
      how: HOW[body.do],
      because: body.because,
    }
    const act = call.act('case-step', {
      pupils: [found.pupil],
      detail: { case: found.caseId, step: rung.id, how: taken.how, because: body.because },
      look: true,
    })
    const saved = await call.stores.stepCase(call.academy, found, found.version, { steps: [taken] }, act)
    return saved === 'saved'
      ? answer(200, { id: found.caseId, step: taken })
      : problem({
          status: 409,
          code: 'stale',
          title: 'Somebody changed the case meanwhile.',
          remedy: 'Look at it again.',
        })
  },
)

/** Contact made ends a case and nothing less does; a pupil who has left the roll is the one for whom none is looked for here. */
const close = route(
  { roles: ['lead', 'head', 'dsl'], path: { academy: pathId, case: pathId }, body: BecauseBody },
  async (call, at, body) => {
    const found = await openCase(call, at.case)
    if (!found) return noCase
    const pupil = (await call.stores.roll.pupils(call.academy, [found.pupil]))[found.pupil]
    if (pupil !== undefined && onRoll(pupil, call.date))
      return refusalAnswer({
        code: 'on-roll',
        why: 'The pupil is on the roll, and only contact made ends the case.',
        remedy: 'Record the call, the visit or the arrival that made contact.',
      })
    const closed = { at: call.now, on: call.date, by: call.caller.sub, because: body.because }
    const detail = { case: found.caseId, because: body.because }
    await call.stores.closeCase(
      call.academy,
      found,
      closed,
      call.act('case-closed', { pupils: [found.pupil], detail, look: true }),
    )
    return answer(200, { id: found.caseId, closed })
  },
)

const visit = route({ roles: OFFICE, path: { academy: pathId }, body: VisitBody }, async (call, _at, body) => {
  const found = await findPupil(call.stores, call.academy, body.pupil)
  return found.ok ? resultAnswer(await recordVisit(call, found.value, body), 201) : refusalAnswer(found.refusal)
})

export const caseRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/cases': list,
  'GET /academies/{academy}/cases/{case}': get,
  'POST /academies/{academy}/cases/{case}/steps/{step}': step,
  'POST /academies/{academy}/cases/{case}/close': close,
  'POST /academies/{academy}/visits': visit,
}
