/** What the Trust sees of all its academies together. No address names an academy, and no answer a pupil. */
import type { ApiRoute } from './api-route.ts'

export const TRUST_ROUTES: readonly ApiRoute[] = [
  {
    by: 'reports',
    route: 'GET /trust/overview',
    says: 'The academies side by side: the health of every step of the day, texts and what they cost, registers that are missing, attendance, and persistent and severe absence.',
  },
  {
    by: 'extracts-api',
    route: 'GET /trust/academies',
    says: 'The academies at which you collect extracts, and how many wait there: for officers of an authority and people of the Trust.',
  },
  {
    by: 'extracts-api',
    route: 'GET /trust/extracts',
    says: 'Extracts for the Trust of all its academies, by kind and period: whose file is there, and whose is not. Under pseudonyms, unless the Trust has decided that its attendance lead needs names.',
  },
  {
    by: 'extracts-api',
    route: 'POST /trust/extracts/{extract}/collect',
    says: 'Collect the academies’ extracts of one kind and period as one file, or the list of what is in it: a receipt at each academy, and a link for a minute.',
  },
]
