import { LateOpeningBody } from '../../../events/api/office.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { answer, LEADS, type Route, resultAnswer, route } from '../call.ts'
import { declareLateOpening, undoLateOpening } from '../use-cases/open-late.ts'

const declare = route({ roles: LEADS, path: { academy: pathId }, body: LateOpeningBody }, async (call, _at, body) =>
  resultAnswer(await declareLateOpening(call, body), 201),
)

const undo = route({ roles: LEADS, path: { academy: pathId, date: localDate } }, async (call, at) =>
  resultAnswer(await undoLateOpening(call, at.date), 204, () => undefined),
)

const list = route({ roles: ['teacher', 'office', 'lead', 'head', 'dsl'], path: { academy: pathId } }, async (call) => {
  const { lateOpenings } = await call.stores.open(call.academy)
  return answer(200, { lateOpenings: lateOpenings.filter(({ date }) => date >= call.date) })
})

export const lateOpeningRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/late-openings': list,
  'POST /academies/{academy}/late-openings': declare,
  'DELETE /academies/{academy}/late-openings/{date}': undo,
}
