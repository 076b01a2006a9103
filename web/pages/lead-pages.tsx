/** The work of the Attendance Lead and the Head. */
import { later } from '../parts/later.tsx'
import { LEADS, OFFICE, type Pages, STAFF } from './page-for.ts'

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
  reports: {
    roles: [...STAFF, 'governor'],
    in: 'figures',
    says: 'Reports',
    page: later(async () => (await import('../figures/reports-page.tsx')).ReportsPage),
  },
  'kept-reports': {
    roles: [...STAFF, 'governor'],
    in: 'figures',
    says: 'Kept reports',
    page: later(async () => (await import('../figures/kept-reports-page.tsx')).KeptReportsPage),
  },
  groups: {
    roles: LEADS,
    in: 'figures',
    says: 'Groups',
    page: later(async () => (await import('../figures/groups-page.tsx')).GroupsPage),
  },
  patterns: {
    roles: LEADS,
    in: 'figures',
    says: 'Patterns',
    page: later(async () => (await import('../figures/patterns-page.tsx')).PatternsPage),
  },
  reconciliation: {
    roles: LEADS,
    in: 'figures',
    says: 'Why is it different?',
    page: later(async () => (await import('../figures/reconciliation-page.tsx')).ReconciliationPage),
  },
  policy: {
    roles: LEADS,
    in: 'school',
    says: 'Policy',
    page: later(async () => (await import('../policy/policy-page.tsx')).PolicyPage),
  },
  rehearsal: {
    roles: ['lead', 'head'],
    in: 'school',
    says: 'Rehearsal',
    page: later(async () => (await import('../rehearsal/rehearsal-page.tsx')).RehearsalPage),
  },
}
