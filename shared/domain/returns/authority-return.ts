/**
 * What the school has to tell the local authority about one pupil: asked for once by rule, sent by a person, and kept with when and how.
 * Source: SI 2024/208 regulation 13 (new names, deletions, attendance, sickness) and statutory guidance on children missing education.
 */
import { idOf } from '../ids.ts'
import type { Pupil, PupilKey } from '../people.ts'
import { ok, type Result, refused } from '../result.ts'
import type { Instant, LocalDate } from '../time.ts'

/**
 * `absence` a run of unauthorised school days · `joint-enquiry` a longer one, into which school and authority enquire together ·
 * `sickness` so many days of illness, a person says whether more are to come · `missing-education` nobody knows where the child is ·
 * `new-pupil` a name entered in the admission register · `deletion` a name to be deleted from it
 */
export const RETURN_KINDS = [
  'absence',
  'joint-enquiry',
  'sickness',
  'missing-education',
  'new-pupil',
  'deletion',
] as const
export type ReturnKind = (typeof RETURN_KINDS)[number]

interface Deed {
  readonly by: string
  readonly at: Instant
}

/** `sent`: the authority has it · `not-due`: a person found that nothing has to be sent. */
export interface ReturnEntry extends Deed {
  readonly state: 'sent' | 'not-due'
  readonly on: LocalDate
  /** How it was sent, or why nothing has to be. */
  readonly how: string
  readonly undone?: Deed & { readonly because: string }
}

/** The child as the school knew them when the return was asked for: a leaver is on no roll later. */
export interface ReturnedChild {
  readonly pupilId: string
  readonly name: string
  readonly dateOfBirth: LocalDate
  readonly upn?: string
  readonly yearGroup: string
  readonly admitted: LocalDate
  readonly left?: LocalDate
}

export interface AuthorityReturn {
  /** Made from kind, pupil and episode: asked for twice, it is one return. */
  readonly id: string
  readonly version: number
  readonly kind: ReturnKind
  readonly pupil: PupilKey
  readonly child: ReturnedChild
  /** The first date of what it is about: of the run, the case, the school year, the enrolment, or the leaving date. */
  readonly from: LocalDate
  readonly days?: number
  readonly asked: LocalDate
  readonly due: LocalDate
  /** What the school did to find the child, before it says that it cannot. */
  readonly enquiries: readonly (Deed & { readonly what: string; readonly on: LocalDate })[]
  readonly entries: readonly ReturnEntry[]
}

export const returnId = (kind: ReturnKind, pupil: PupilKey, from: LocalDate): string => idOf(kind, pupil, from)

export const childOf = (pupil: Omit<Pupil, 'contacts' | 'agencies'>): ReturnedChild => ({
  pupilId: pupil.pupilId,
  name: `${pupil.forename} ${pupil.surname}`,
  dateOfBirth: pupil.dateOfBirth,
  ...(pupil.upn === undefined ? {} : { upn: pupil.upn }),
  yearGroup: pupil.yearGroup,
  admitted: pupil.admitted,
  ...(pupil.left === undefined ? {} : { left: pupil.left }),
})

export const returnState = ({ entries }: Pick<AuthorityReturn, 'entries'>): 'due' | 'sent' | 'not-due' =>
  entries.findLast(({ undone }) => undone === undefined)?.state ?? 'due'

/** What has to be sent, in the words of the regulation; for whoever does it. */
export const WHAT_TO_SEND: Readonly<Record<ReturnKind, string>> = {
  absence:
    'Full name, address, the dates, what was done, and who lives at home. Source: regulation 13, the attendance return.',
  'joint-enquiry':
    'School and authority enquire together where the child is. Nothing is deleted from the roll before that, and only on a ground of regulation 9.',
  sickness:
    'Full name and address, if the school believes that the child will miss so many days through sickness in all. Source: regulation 13, the sickness return.',
  'missing-education':
    'A referral to the children missing education officer: name, date of birth, last known address, every contact tried, and each enquiry made. Where the child may be harmed, the police or social care at once.',
  'new-pupil': 'Everything in the admission register about the child. Source: regulation 13(1).',
  deletion:
    'Full name, address, each parent the child normally lives with and a number for each, the new address and school where known, and the ground. No later than the deletion. Source: regulation 13(4).',
}

/** Adds what was done to find the child. */
export const withEnquiry = (
  asked: AuthorityReturn,
  enquiry: AuthorityReturn['enquiries'][number],
  today: LocalDate,
): Result<AuthorityReturn> =>
  enquiry.on > today
    ? refused('future', 'That date is not here yet.', 'Give the date of the enquiry.', 'on')
    : ok({ ...asked, enquiries: [...asked.enquiries, enquiry] })

/**
 * The return once it was sent, or found not to be due. Refused: `already` settled, `future`, and `enquire-first` for a child missing
 * education of whom fewer enquiries are recorded than the policy asks, unless it could not wait.
 */
export const settled = (
  asked: AuthorityReturn,
  entry: ReturnEntry,
  rule: { readonly today: LocalDate; readonly enquiriesFirst: number; readonly cannotWait: boolean },
): Result<AuthorityReturn> => {
  if (returnState(asked) !== 'due')
    return refused('already', 'This return was settled already.', 'Undo it first if that was a mistake.')
  if (entry.on > rule.today) return refused('future', 'That date is not here yet.', 'Give the date it was sent.', 'on')
  const missing = asked.kind === 'missing-education' && entry.state === 'sent'
  if (missing && !rule.cannotWait && asked.enquiries.length < rule.enquiriesFirst)
    return refused(
      'enquire-first',
      `${asked.enquiries.length} enquiries are recorded, and ${rule.enquiriesFirst} are asked for before a child is referred as missing education.`,
      'Record what was done to find the child, or say "cannotWait" with the reason under "how" where the child may be harmed.',
    )
  return ok({ ...asked, entries: [...asked.entries, entry] })
}

/** Takes back the last entry that stands. */
export const unsettled = (
  asked: AuthorityReturn,
  undone: NonNullable<ReturnEntry['undone']>,
): Result<AuthorityReturn> => {
  const last = asked.entries.findLastIndex((entry) => entry.undone === undefined)
  return last < 0
    ? refused('already', 'Nothing about this return is settled.', 'Nothing needs doing.')
    : ok({ ...asked, entries: asked.entries.map((entry, at) => (at === last ? { ...entry, undone } : entry)) })
}
