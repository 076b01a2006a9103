/** Routes of cover while a colleague is away. */
import type { ApiRoute } from './api-route.ts'

const by = 'reports'

export const COVER_ROUTES: readonly ApiRoute[] = [
  { by, route: 'GET /academies/{academy}/cover', says: 'Who covers for whom, now or later, and whom you may name.' },
  {
    by,
    route: 'POST /academies/{academy}/cover',
    says: 'Somebody covers for a colleague from a date to a date: pages, tasks and what is told to them go to the cover.',
  },
  { by, route: 'DELETE /academies/{academy}/cover/{cover}', says: 'End a cover, with the reason.' },
]
