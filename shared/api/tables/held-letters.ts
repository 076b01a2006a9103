/** Routes about letters that are held because too many families are due at once. */
import type { ApiRoute } from './api-route.ts'

export const HELD_LETTER_ROUTES: readonly ApiRoute[] = [
  {
    route: 'GET /academies/{academy}/letters/held',
    says: 'Letters of a stage that are due and not written yet, with the figures; those that wait for a person among them.',
  },
  {
    route: 'POST /academies/{academy}/letters/held',
    says: 'Let a held batch of letters be written, or say that its families have been told already.',
  },
]
