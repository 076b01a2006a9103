/** Texts looked at before they go. */
import type { ApiRoute } from './api-route.ts'

const by = 'reports'

export const TEXT_ROUTES: readonly ApiRoute[] = [
  {
    by,
    route: 'POST /academies/{academy}/conversations/preview',
    says: 'Your own words to a family as they would go: alphabet, parts, cost, and what a carrier replaces or cannot send. Sends nothing.',
  },
]
