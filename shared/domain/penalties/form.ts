/**
 * The shape in which one authority asks for a referral: which parts its letter has and in what order, the row that its system reads, the
 * tables beside it, and what it takes no referral without. Forms differ from authority to authority and are policy, never code.
 */
import type { LocalDate } from '../time.ts'
import type { RowValue } from './row-values.ts'

export const FORM_SECTIONS = [
  'figures',
  'child',
  'parents',
  'reason',
  'help',
  'casework',
  'family',
  'sessions',
  'declaration',
] as const
export type FormSection = (typeof FORM_SECTIONS)[number]

export const FORM_TABLES = [
  'sessions',
  'register',
  'parents',
  'letters',
  'meetings',
  'actions',
  'support',
  'leave',
  'texts',
  'everything',
] as const
export type FormTable = (typeof FORM_TABLES)[number]

export const FORM_NEEDS = [
  'upn',
  'sex',
  'ethnicity',
  'parent-address',
  'parent-phone',
  'parent-language',
  'letter-sent',
  'meeting-offered',
  'notice-to-improve',
] as const
export type FormNeed = (typeof FORM_NEEDS)[number]

export interface ReferralForm {
  readonly name: string
  readonly sections: readonly FormSection[]
  readonly rowPer: 'parent' | 'child'
  readonly row: readonly { readonly column: string; readonly value: RowValue }[]
  readonly dates: 'iso' | 'uk'
  readonly tables: readonly FormTable[]
  readonly needs: readonly FormNeed[]
}

/** `2026-01-12`, or `12/01/2026`. */
export const formDate = (date: LocalDate, form: Pick<ReferralForm, 'dates'>): string =>
  form.dates === 'iso' ? date : date.split('-').toReversed().join('/')
