/** Routes of rehearsals: the function of the reports takes what is asked and hands over what came of it. */
import type { ApiRoute } from './api-route.ts'

const by = 'reports'

export const REHEARSAL_ROUTES: readonly ApiRoute[] = [
  {
    by,
    route: 'POST /academies/{academy}/rehearsals',
    says: 'What a draft of the policy would have done with the registers of the last school year. Publishes nothing.',
  },
  {
    by,
    route: 'GET /academies/{academy}/rehearsals/{rehearsal}',
    says: 'How far a rehearsal has come, or its answer: both policies, and the difference.',
  },
]
