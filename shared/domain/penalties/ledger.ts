/**
 * The notices that one parent was given for one child, and what a further one would be. Two in the three years that end with the date on
 * which a third is proposed are the most; paid or not, they count; one that was withdrawn does not.
 * Source: national framework for penalty notices (August 2024): per parent and per child.
 */
import { addDays, type Instant, type LocalDate } from '../time.ts'

export const NOTICE_STATES = ['issued', 'paid', 'withdrawn', 'prosecuted'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

interface Entry {
  readonly state: NoticeState
  /** The date on which the authority did it. */
  readonly on: LocalDate
  readonly by: string
  readonly at: Instant
  readonly because?: string
  readonly undone?: { readonly by: string; readonly at: Instant; readonly because: string }
}

/** A notice of the authority to one parent, with all that the office wrote down of it. */
export interface ParentNotice {
  readonly id: string
  readonly contactId: string
  /** As the parent was called then: contacts come and go, a notice counts for three years. */
  readonly name: string
  /** The school that recorded it. */
  readonly academy: string
  /** The referral it followed, where it was one of ours. */
  readonly referral?: string
  /** The authority's own number. */
  readonly reference?: string
  /** The oldest first, `issued` at the beginning. */
  readonly entries: readonly Entry[]
}

/** What stands of a notice; nothing when its issue itself was undone. */
export const stateOf = ({ entries }: ParentNotice): Entry | undefined => {
  const kept = entries.filter(({ undone }) => undone === undefined)
  return kept.some(({ state }) => state === 'issued') ? kept.at(-1) : undefined
}

export const issuedOn = ({ entries }: ParentNotice): LocalDate | undefined =>
  entries.find(({ state, undone }) => state === 'issued' && undone === undefined)?.on

/** The same date some years earlier; 29 February becomes 1 March. */
const yearsBefore = (date: LocalDate, years: number): LocalDate => {
  const moved = `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
  return moved.endsWith('-02-29') ? addDays(`${moved.slice(0, 4)}-02-28`, 1) : moved
}

export interface LedgerRule {
  readonly years: number
  readonly most: number
  /** Notices before it were another scheme's and count for nothing. */
  readonly since: LocalDate
}

/** Notices that count on a date: issued in the years that end with it, not withdrawn. */
export const countingNotices = (
  notices: readonly ParentNotice[],
  date: LocalDate,
  { years, since }: LedgerRule,
): readonly ParentNotice[] =>
  notices.filter((notice) => {
    const issued = issuedOn(notice)
    const state = stateOf(notice)?.state
    return (
      issued !== undefined &&
      state !== 'withdrawn' &&
      issued >= since &&
      yearsBefore(date, years) < issued &&
      issued <= date
    )
  })

/** What a notice proposed on a date would be for this parent: the first, the second, or none any more. */
export const wouldBe = (
  notices: readonly ParentNotice[],
  date: LocalDate,
  rule: LedgerRule,
): 'first' | 'second' | 'escalate' => {
  const count = countingNotices(notices, date, rule).length
  if (count >= rule.most) return 'escalate'
  return count === 0 ? 'first' : 'second'
}
