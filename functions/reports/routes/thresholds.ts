import { pathId } from '../../../events/values.ts'
import { answer, OFFICE } from '../../../shared/api/call.ts'
import { type Route, route } from '../call.ts'
import { thresholds } from '../use-cases/thresholds.ts'

const board = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => answer(200, await thresholds(call)))

export const thresholdRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/thresholds': board,
}
