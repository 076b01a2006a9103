/** The work of the Attendance Lead and the Head. */
import { later } from '../parts/later.tsx'
import { LEADS, OFFICE, type Pages } from './page-for.ts'

export const LEAD_PAGES: Pages = {
  attendance: {
    roles: LEADS,
    in: 'attendance',
    says: 'Thresholds',
    page: later(async () => (await import('../lead/lead-page.tsx')).LeadPage),
  },
  letters: {
    roles: OFFICE,
    in: 'attendance',
    says: 'Letters',
    page: later(async () => (await import('../lead/letters-page.tsx')).LettersPage),
  },
  attend: {
    roles: LEADS,
    in: 'attendance',
    says: 'ATTEND',
    page: later(async () => (await import('../lead/attend-page.tsx')).AttendPage),
  },
  'penalty-notices': {
    roles: LEADS,
    in: 'attendance',
    says: 'Penalty notices',
    page: later(async () => (await import('../lead/penalties-page.tsx')).PenaltiesPage),
  },
}
