/** What keeps the school going: files in and out, groups, help. */
import { later } from '../parts/later.tsx'
import { LEADS, OFFICE, type Pages, STAFF } from './page-for.ts'

export const SCHOOL_PAGES: Pages = {
  imports: {
    roles: OFFICE,
    in: 'school',
    says: 'Import',
    page: later(async () => (await import('../imports/imports-page.tsx')).ImportsPage),
  },
  cover: {
    roles: LEADS,
    in: 'school',
    says: 'Cover',
    page: later(async () => (await import('../lead/cover-page.tsx')).CoverPage),
  },
  'first-day': {
    roles: STAFF,
    in: 'help',
    says: 'First day',
    page: later(async () => (await import('../help/first-day-page.tsx')).FirstDayPage),
  },
  glossary: {
    roles: STAFF,
    in: 'help',
    says: 'Codes and words',
    page: later(async () => (await import('../help/glossary-page.tsx')).GlossaryPage),
  },
}
