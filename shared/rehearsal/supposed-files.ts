/** Files made from the marks alone, where a school gives no roll, no contacts or no staff. What they suppose is said in the answer. */
import type { Policy } from '../../academies/policy.ts'
import { csvText } from '../domain/csv-text.ts'
import { addDays, type LocalDate } from '../domain/time.ts'

/** What the marks say of a pupil. */
export interface MarkedPupil {
  readonly pupilId: string
  /** The class of their last mark, as it is written. */
  readonly class: string
  readonly codes: ReadonlySet<string>
}

const DAYS_A_YEAR = 365.25
/** Of compulsory school age all year long, or not yet. */
const OLD_ENOUGH = Math.round(10 * DAYS_A_YEAR)
const TOO_YOUNG = Math.round(4 * DAYS_A_YEAR)

const bytes = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(csvText(rows))

const yearGroupOf = ({ codes }: MarkedPupil, { yearGroups }: Policy): string =>
  codes.has('W') ? '10' : (yearGroups.at(-1) ?? '6')

/** Everybody in the marks, on the roll since the first of them. */
export const supposedRoll = (pupils: readonly MarkedPupil[], policy: Policy, first: LocalDate): Uint8Array =>
  bytes([
    ['pupilId', 'forename', 'surname', 'dateOfBirth', 'yearGroup', 'class', 'admitted'],
    ...pupils.map((pupil) => {
      const born = addDays(first, -(pupil.codes.has('X') ? TOO_YOUNG : OLD_ENOUGH))
      return [pupil.pupilId, 'Pupil', pupil.pupilId, born, yearGroupOf(pupil, policy), pupil.class, first]
    }),
  ])

const MOBILES = 1000

/** One parent for each, who lives with the child and may be texted and written to. The numbers are those reserved for drama. */
export const supposedContacts = (pupilIds: readonly string[]): Uint8Array =>
  bytes([
    [
      'pupilId',
      'priority',
      'name',
      'relationship',
      'parentalResponsibility',
      'livesWith',
      'hasCare',
      'mobile',
      'address1',
      'address2',
      'postcode',
    ],
    ...pupilIds.map((pupilId, index) => [
      pupilId,
      '1',
      `Parent of-${pupilId}`,
      'Parent',
      'Y',
      'Y',
      'Y',
      `07700900${String(index % MOBILES).padStart(3, '0')}`,
      '1 Example Street',
      'Exampleton',
      'SW1A 1AA',
    ]),
  ])

const ROLES = ['office', 'lead', 'head', 'dsl', 'deputy-dsl', 'trust', 'visitor'] as const

/** Somebody with a mobile for every duty. */
export const supposedStaff = (): Uint8Array =>
  bytes([
    ['staffId', 'name', 'role', 'mobile'],
    ...ROLES.map((role, index) => [`s-${role}`, `Staff ${role}`, role, `0770090095${index}`]),
  ])

/** Dates with marks are school, all between them are not. */
export const supposedDates = (
  dates: readonly LocalDate[],
): Readonly<Record<LocalDate, { readonly kind: 'school' | 'holiday' }>> => {
  const school = new Set(dates)
  const [first = ''] = dates
  const last = dates.at(-1) ?? ''
  const listed: Record<LocalDate, { kind: 'school' | 'holiday' }> = {}
  for (let date = first; date <= last; date = addDays(date, 1))
    listed[date] = { kind: school.has(date) ? 'school' : 'holiday' }
  return listed
}
