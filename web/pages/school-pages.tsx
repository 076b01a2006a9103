/** What keeps the school going: files in and out, groups, help. */
import { later } from '../parts/later.tsx'
import { OFFICE, type Pages, STAFF } from './page-for.ts'

export const SCHOOL_PAGES: Pages = {
  imports: {
    roles: OFFICE,
    in: 'school',
    says: 'Import',
    page: later(async () => (await import('../imports/imports-page.tsx')).ImportsPage),
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
