/** Pages of those who look at a school from outside the office: the Trust, and officers of an authority. None of them asks for a school's day. */
import { later } from '../parts/later.tsx'
import type { OutsideProps, Pages } from './page-for.ts'

export const TRUST_PAGES: Pages<OutsideProps> = {
  trust: {
    roles: ['trust'],
    in: 'trust',
    says: 'Academies',
    page: later(async () => (await import('../trust/academies-page.tsx')).AcademiesPage),
  },
  'trust-extracts': {
    roles: ['trust'],
    in: 'trust',
    says: 'Extracts of all',
    page: later(async () => (await import('../trust/trust-extracts-page.tsx')).TrustExtractsPage),
  },
  extracts: {
    roles: ['officer', 'lead', 'head', 'dsl'],
    in: 'figures',
    says: 'Extracts',
    page: later(async () => (await import('../trust/extracts-page.tsx')).ExtractsPage),
  },
}
