import { LateOpeningBody } from '../../../events/api/office.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { answer, LEADS, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { declareLateOpening, undoLateOpening } from '../use-cases/office/open-late.ts'

const declare = route({ roles: LEADS, path: { academy: pathId }, body: LateOpeningBody }, async (call, _at, body) =>
  resultAnswer(await declareLateOpening(call, body), 201),
)

const undo = route({ roles: LEADS, path: { academy: pathId, date: localDate } }, async (call, at) =>
  resultAnswer(await undoLateOpening(call, at.date), 204, () => undefined),
)

const list = route({ roles: ['teacher', 'office', 'lead', 'head', 'dsl'], path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const { lateOpenings } = await call.stores.open(call.academy)
  const ahead = lateOpenings.filter(({ date }) => date >= call.date)
  const inOrder = ahead.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, ({ date }) => date, after.value)
  return answer(200, { lateOpenings: items, next: next ?? null })
})

export const lateOpeningRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/late-openings': list,
  'POST /academies/{academy}/late-openings': declare,
  'DELETE /academies/{academy}/late-openings/{date}': undo,
}
