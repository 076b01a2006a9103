/** What officers of the authority, and the school's leads, collect. A function of its own answers these routes. */
import type { ApiRoute } from './api-route.ts'

const by = 'extracts-api'

export const EXTRACT_ROUTES: readonly ApiRoute[] = [
  {
    by,
    route: 'GET /academies/{academy}/extracts',
    says: 'Extracts that were made, with who collected which bytes and what became of them; an officer sees those of their own authority.',
  },
  {
    by,
    route: 'POST /academies/{academy}/extracts',
    says: 'Have the extracts that are due made now, and the newest ones looked at again.',
  },
  {
    by,
    route: 'POST /academies/{academy}/extracts/{extract}/collect',
    says: 'Collect a part of an extract: a receipt, and a link for a minute.',
  },
  {
    by,
    route: 'POST /academies/{academy}/extracts/{extract}/packs/{reference}',
    says: 'Collect the pack of a referral that the extract names: a receipt, and a link for a minute.',
  },
  {
    by,
    route: 'POST /academies/{academy}/extracts/{extract}/answer',
    says: 'Acknowledge an extract that was collected, or reject rows of it with reasons.',
  },
]
