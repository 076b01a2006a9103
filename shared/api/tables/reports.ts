/** What figures are put together for: groups, patterns, classes and reports. A function of its own answers these routes. */
import type { ApiRoute } from './api-route.ts'

const by = 'reports'

export const REPORT_ROUTES: readonly ApiRoute[] = [
  {
    by,
    route: 'POST /academies/{academy}/erasures/{task}',
    says: 'Decide whether a pupil whose time is over is erased.',
  },
  { by, route: 'GET /academies/{academy}/staff', says: 'Who works at the school today, for whoever names an owner.' },
  { by, route: 'GET /academies/{academy}/groups', says: 'Groups that the school has made for its figures.' },
  { by, route: 'POST /academies/{academy}/groups', says: 'Make a group: pupils by name, or a rule over the roll.' },
  { by, route: 'PUT /academies/{academy}/groups/{group}', says: 'Change a group, by the version that was read.' },
  { by, route: 'DELETE /academies/{academy}/groups/{group}', says: 'End a group, with the reason.' },
  {
    by,
    route: 'GET /academies/{academy}/reports',
    says: 'Reports that you may read, how often each is made, and the last that was due.',
  },
  {
    by,
    route: 'GET /academies/{academy}/reports/{report}',
    says: 'A report, counted to a date: as data for a page, or a link for a minute to it as CSV or PDF.',
  },
  {
    by,
    route: 'GET /academies/{academy}/attendance/by-two',
    says: 'Attendance by two groupings together, `?rows=fsm&columns=sex`; `&for=governors` leaves out what could point at a child.',
  },
  {
    by,
    route: 'GET /academies/{academy}/kept-reports',
    says: 'Reports as they were made on their day, `?from=` and `?until=`, each with the hashes of its files.',
  },
  {
    by,
    route: 'GET /academies/{academy}/kept-reports/{report}',
    says: 'A report as it was made on its day, to the byte: as data for a page, or a link for a minute to it as CSV or PDF.',
  },
  {
    by,
    route: 'GET /academies/{academy}/patterns',
    says: 'Patterns in absences, registers that stand out, and who may cross a line soon and until when it can be avoided.',
  },
  {
    by,
    route: 'GET /academies/{academy}/reconciliation',
    says: 'Why is our number different? The school’s, the Department’s and the governors’ figures side by side, each difference by cause.',
  },
]
