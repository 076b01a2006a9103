import { answer } from '../../../shared/api/call.ts'
import { type Route, trustRoute } from '../call.ts'
import { trustOverview } from '../use-cases/trust/trust-overview.ts'

const overview = trustRoute({ groups: ['trust.operator', 'trust.attendance'] }, async ({ stores, now }) =>
  answer(200, await trustOverview(stores, now)),
)

export const trustRoutes: Readonly<Record<string, Route>> = { 'GET /trust/overview': overview }
