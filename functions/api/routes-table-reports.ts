/** What figures are put together for: groups, patterns, classes and reports. A function of its own answers these routes. */
import type { ApiRoute } from './api-route.ts'

const by = 'reports'

export const REPORT_ROUTES: readonly ApiRoute[] = [
  { by, route: 'GET /academies/{academy}/groups', says: 'Groups that the school has made for its figures.' },
  { by, route: 'POST /academies/{academy}/groups', says: 'Make a group: pupils by name, or a rule over the roll.' },
  { by, route: 'PUT /academies/{academy}/groups/{group}', says: 'Change a group, by the version that was read.' },
  { by, route: 'DELETE /academies/{academy}/groups/{group}', says: 'End a group, with the reason.' },
]
