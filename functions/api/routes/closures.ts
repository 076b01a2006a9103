import { ClosureBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { type Closure, standsThrough } from '../../../shared/domain/calendar.ts'
import { idOf } from '../../../shared/domain/ids.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, type Call, LEADS, type Route, refusalAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { askAfterClosure } from '../use-cases/closures/closed-days.ts'

/** Registers of today that were in before: the school was open when they were taken, so their marks stand. */
const standing = async (call: Call, closure: Closure) => {
  if (call.date < closure.from || closure.until < call.date) return []
  const { registers } = await call.stores.day(call.academy, call.date)
  return registers
    .filter((register) => closure.sessions.includes(register.session) && standsThrough(closure, register))
    .map((register) => ({ session: register.session, class: register.classId }))
}

/** "Close the school now": what is due is judged again at once, so that nobody is texted about a closed school. */
const close = route({ roles: LEADS, path: { academy: pathId }, body: ClosureBody }, async (call, _at, body) => {
  const id = idOf('closed', body.from, call.now.slice(11, 19).replaceAll(':', ''))
  const closure = { id, ...body, by: call.caller.sub, at: call.now }
  const detail = {
    closure: id,
    from: body.from,
    until: body.until,
    sessions: body.sessions,
    code: body.code,
    because: body.because,
  }
  await call.stores.putClosure(call.academy, closure, call.act('school-closed', { detail, look: true }))
  await askAfterClosure(call, closure)
  return answer(201, { ...closure, standing: await standing(call, closure) })
})

const undo = route({ roles: LEADS, path: { academy: pathId, closure: pathId } }, async (call, at) => {
  const { closures } = await call.stores.open(call.academy)
  const closure = closures.find(({ id }) => id === at.closure)
  const ended = await call.stores.endClosure(
    call.academy,
    at.closure,
    call.act('closure-undone', { detail: { closure: at.closure }, look: true }),
  )
  if (ended === 'ended' && closure !== undefined) await askAfterClosure(call, closure)
  return ended === 'ended'
    ? answer(204)
    : problem({
        status: 404,
        code: 'not-found',
        title: 'There is no such closure.',
        remedy: 'Look at the list of closures again.',
      })
})

const placeOf = (closure: Closure): string => `${closure.from} ${closure.id}`

const list = route({ roles: ['teacher', 'office', 'lead', 'head', 'dsl'], path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const { closures } = await call.stores.open(call.academy)
  const inOrder = closures.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  return answer(200, { closures: items, next: next ?? null })
})

export const closureRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/closures': list,
  'POST /academies/{academy}/closures': close,
  'DELETE /academies/{academy}/closures/{closure}': undo,
}
