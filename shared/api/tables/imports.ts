/** Routes of files that come in. */
import type { ApiRoute } from './api-route.ts'

export const IMPORT_ROUTES: readonly ApiRoute[] = [
  {
    route: 'POST /academies/{academy}/imports/{file}',
    says: 'Import a CSV file, or a CTF, of up to 4 MB; CSV is read by a mapping that is named with `?mapping=` or whose columns are all there; with `?preview=true` it waits with what it would change.',
  },
  {
    route: 'POST /academies/{academy}/imports/{file}/upload-address',
    says: 'An address for a longer file, of `?bytes=`, up to 40 MB.',
  },
  {
    route: 'POST /academies/{academy}/imports/{file}/suggest',
    says: 'How a file with these first rows could be read: a mapping to look at and keep. Keeps nothing.',
    by: 'reports',
  },
  { route: 'GET /academies/{academy}/imports/{import}', says: 'The report of an import.' },
  {
    route: 'GET /academies/{academy}/imports/{import}/differences',
    says: 'What a file that waits would change: added, changed, removed, or kept although the file says otherwise.',
  },
  {
    route: 'POST /academies/{academy}/imports/{import}/confirm',
    says: 'A held file is right: let it go live, if it still changes what was shown.',
  },
  {
    route: 'GET /academies/{academy}/mappings',
    says: 'How exports of other systems are read: mappings that are kept, and what is known of Bromcom, Arbor and SIMS, unconfirmed.',
    by: 'reports',
  },
  {
    route: 'GET /academies/{academy}/files/{file}',
    says: 'What is live as a file that can be imported, marks `?from=` and `?until=`: a link for a minute, for the lead.',
    by: 'reports',
  },
  { route: 'GET /academies/{academy}/mappings/{mapping}', says: 'A mapping.', by: 'reports' },
  {
    route: 'PUT /academies/{academy}/mappings/{mapping}',
    says: 'Keep a mapping, in place of the one with its name.',
    by: 'reports',
  },
  { route: 'DELETE /academies/{academy}/mappings/{mapping}', says: 'Take a mapping out of use.', by: 'reports' },
]
