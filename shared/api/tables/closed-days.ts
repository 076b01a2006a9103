/** Routes about days that were closed after registers were taken on them. */
import type { ApiRoute } from './api-route.ts'

export const CLOSED_DAY_ROUTES: readonly ApiRoute[] = [
  {
    route: 'GET /academies/{academy}/closed-days',
    says: 'Days of this school year that were closed after registers were taken on them: their marks count until somebody confirms.',
  },
  {
    route: 'POST /academies/{academy}/closed-days/{date}/confirm',
    says: 'The school was closed that day: every mark becomes the code of the closure; what stood is kept.',
  },
]
