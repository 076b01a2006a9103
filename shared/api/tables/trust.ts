/** What the Trust sees of all its academies together. No address names an academy, and no answer a pupil. */
import type { ApiRoute } from './api-route.ts'

export const TRUST_ROUTES: readonly ApiRoute[] = [
  {
    by: 'reports',
    route: 'GET /trust/overview',
    says: 'The academies side by side: the health of every step of the day, texts and what they cost, registers that are missing, attendance, and persistent and severe absence.',
  },
]
