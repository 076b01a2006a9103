import { ukPostcode } from '../../shared/domain/letters/address.ts'
import { type Check, when } from './check.ts'

/** A warning that comes with the threshold is none. */
export const warnedBeforeNotice: Check = ({ penalties: { sessions, warnAt } }) =>
  when(
    warnAt >= sessions,
    'penalties.warnAt',
    `of ${warnAt} sessions is not before the threshold of ${sessions}: nobody would be warned.`,
    `Set it below ${sessions}; 7 is usual.`,
  )

/** A referral that cannot be posted helps nobody. */
export const referralsArrive: Check = ({ penalties: { sendTo } }) =>
  when(
    ukPostcode(sendTo.at(-1) ?? '') === undefined,
    'penalties.sendTo',
    'does not end with a UK postcode.',
    'Write the postcode as the last line, like NG9 3AA.',
  )

/** What a referral cannot be read without, whatever else a form asks. */
const ALWAYS = ['child', 'parents', 'sessions', 'declaration'] as const

/** A referral is made in the form of the school's own authority. */
export const authorityHasForm: Check = ({ localAuthority: { code }, penalties: { forms } }) =>
  when(
    forms[code] === undefined,
    'localAuthority.code',
    `is ${code}, and the policy has no form for a referral to that authority.`,
    `Add "${code}" under penalties.forms.`,
  )

const twice = (all: readonly string[]): string | undefined => all.find((each, index) => all.indexOf(each) !== index)

export const formsAreWhole: Check = ({ penalties: { forms } }) =>
  Object.entries(forms).flatMap(([code, { sections, row, tables }]) => {
    const field = `penalties.forms.${code}`
    const missing = ALWAYS.find((section) => !sections.includes(section))
    const again = twice(sections) ?? twice(row.map(({ column }) => column)) ?? twice(tables)
    return [
      ...when(
        missing !== undefined,
        `${field}.sections`,
        `leave out "${missing}", and no authority can judge a referral without it.`,
        `Add "${missing}".`,
      ),
      ...when(again !== undefined, field, `names "${again}" twice.`, 'Take one of them out.'),
      ...when(
        !row.some(({ value }) => value === 'reference'),
        `${field}.row`,
        'has no column with the reference, by which the authority and the school speak of a referral.',
        'Add a column whose value is "reference".',
      ),
    ]
  })
