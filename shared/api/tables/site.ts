import type { ApiRoute } from './api-route.ts'

/** Who is on the site, who goes to a family's door, and who is near a line of attendance. */
const by = 'site'

export const SITE_ROUTES: readonly ApiRoute[] = [
  {
    by: 'reports',
    route: 'GET /academies/{academy}/thresholds',
    says: 'Who crossed a line of attendance, who is about to, and who is persistently late.',
  },
  { by, route: 'GET /academies/{academy}/on-site', says: 'Who is in school at this moment, by class.' },
  {
    by,
    route: 'POST /academies/{academy}/days/{date}/texts',
    says: 'Text families of children nobody has explained before the hour at which it would go: today only.',
  },
  {
    by,
    route: 'GET /academies/{academy}/visits',
    says: 'Visits to make, with what to know before going, and who is out.',
  },
  { route: 'POST /academies/{academy}/visits', says: 'Record a visit; numbers the calling card.' },
  {
    by,
    route: 'POST /academies/{academy}/visits/out',
    says: 'You go to families’ homes; looked for if you are not back.',
  },
  { by, route: 'POST /academies/{academy}/visits/out/{task}/back', says: 'A visitor is back.' },
  {
    by,
    route: 'POST /academies/{academy}/pupils/{pupil}/visit-risk',
    says: 'What to know before going to this family’s door, and whether two must go.',
  },
  { by, route: 'DELETE /academies/{academy}/pupils/{pupil}/visit-risk', says: 'The note is true no more.' },
]
