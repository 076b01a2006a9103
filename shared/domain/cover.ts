/**
 * Cover while a colleague is away: from a date to a date somebody of the school has their pages, their tasks and what is told to them, and
 * signs in their place. What `coversFor` of the staff file says beforehand, a person says here for a day.
 */
import { schoolYearOf } from './calendar.ts'
import { inForce, type StaffMember, type StaffRole } from './people.ts'
import type { Refusal } from './result.ts'
import { addDays, type Instant, type LocalDate, spokenDate } from './time.ts'

export interface Cover {
  readonly id: string
  /** Staff ids: who is away, and who covers. */
  readonly of: string
  readonly by: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly because: string
  readonly setBy: string
  readonly at: Instant
}

type Asked = Pick<Cover, 'of' | 'by' | 'from' | 'until'>

/** Whose work can be covered, and who can cover it. */
export const COVERED_ROLES = [
  'teacher',
  'office',
  'lead',
  'head',
  'dsl',
  'deputy-dsl',
] as const satisfies readonly StaffRole[]

const memberOf = (staff: readonly StaffMember[], id: string): StaffMember | undefined =>
  staff.find(({ staffId, coversFor }) => staffId === id && coversFor === undefined)

/** Who can cover, while they work here in such a role: the file may say after a cover was named that somebody left. */
const coverOf = (staff: readonly StaffMember[], id: string): StaffMember | undefined => {
  const member = memberOf(staff, id)
  return COVERED_ROLES.some((role) => role === member?.role) ? member : undefined
}

/** The staff of the file, with whoever covers as the file would say it: in the role of the colleague, for those dates on which they work. */
export const staffWithCover = (staff: readonly StaffMember[], covers: readonly Cover[]): readonly StaffMember[] => [
  ...staff,
  ...covers.flatMap(({ of, by, ...days }): readonly StaffMember[] => {
    const [away, cover] = [memberOf(staff, of), coverOf(staff, by)]
    if (!(away && cover)) return []
    const from = cover.from !== undefined && cover.from > days.from ? cover.from : days.from
    const until = cover.until !== undefined && cover.until < days.until ? cover.until : days.until
    return [{ ...cover, role: away.role, classes: [], from, until, coversFor: of }]
  }),
]

/** Colleagues whom somebody covers for on a date. */
export const coveredBy = (
  staff: readonly StaffMember[],
  covers: readonly Cover[],
  id: string,
  date: LocalDate,
): readonly StaffMember[] =>
  staffWithCover(staff, covers)
    .slice(staff.length)
    .filter((cover) => cover.staffId === id && inForce(cover, date))
    .flatMap(({ coversFor = '' }) => memberOf(staff, coversFor) ?? [])
    .filter((away) => inForce(away, date))

/** Who may name the cover of a colleague: the Head of everybody, the lead of all but the Head and safeguarding, each of themselves. */
export const mayNameCover = (
  roles: readonly string[],
  sub: string,
  away: Pick<StaffMember, 'staffId' | 'role'>,
): boolean =>
  roles.includes('head') ||
  away.staffId === sub ||
  (roles.includes('lead') && ['teacher', 'office', 'lead'].includes(away.role)) ||
  (roles.includes('dsl') && ['dsl', 'deputy-dsl'].includes(away.role))

/** Somebody who names a cover, with the roles that are theirs and those they have while they cover for colleagues. */
interface Namer {
  readonly sub: string
  readonly own: readonly string[]
  readonly roles: readonly string[]
}

/**
 * Whether somebody may name this cover. What is only lent to them lends nothing to themselves, prolongs no cover of those they stand in
 * for, and lets nobody stay longer than they do.
 */
export const mayNameThis = (
  { sub, own, roles }: Namer,
  { of, by, until }: Asked,
  away: StaffMember,
  covers: readonly Cover[],
  today: LocalDate,
): boolean => {
  if (mayNameCover(own, sub, away)) return true
  const lent = covers.filter((cover) => cover.by === sub && inForce(cover, today))
  return (
    mayNameCover(roles, sub, away) &&
    by !== sub &&
    lent.every((cover) => cover.of !== of) &&
    lent.some((cover) => until <= cover.until)
  )
}

const overlap = (one: Pick<Cover, 'from' | 'until'>, other: Pick<Cover, 'from' | 'until'>): boolean =>
  one.from <= other.until && other.from <= one.until

const nextYear = (date: LocalDate): LocalDate => schoolYearOf(addDays(schoolYearOf(date), 366))

/** The last day that a cover of a date may have: that of its school year, 31 August, when lists of staff are made anew. */
const lastDayFor = (from: LocalDate): LocalDate => addDays(nextYear(from), -1)

const dated = (date: LocalDate): string => `${spokenDate(date)} ${date.slice(0, 4)}`

/** The same person’s same word once more, as after an answer that was lost: the cover that stands, and not another. */
export const alreadySaid = (
  asked: Asked & Pick<Cover, 'setBy' | 'because'>,
  covers: readonly Cover[],
): Cover | undefined =>
  covers.find((cover) =>
    (['of', 'by', 'from', 'until', 'setBy', 'because'] as const).every((field) => cover[field] === asked[field]),
  )

const wrong = (at: string, code: string, why: string, remedy: string): Refusal => ({ at, code, why, remedy })

/** What stands against a cover; nothing where it can be. */
export const againstCover = (
  asked: Asked,
  staff: readonly StaffMember[],
  covers: readonly Cover[],
  today: LocalDate,
): Refusal | undefined => {
  const { of, by, from, until } = asked
  const works = (id: string): boolean => {
    const member = memberOf(staff, id)
    return (
      member !== undefined &&
      COVERED_ROLES.some((role) => role === member.role) &&
      inForce(member, from) &&
      inForce(member, until)
    )
  }
  if (!works(of)) return wrong('of', 'not-found', 'Nobody of this id works here on those days.', 'Choose a colleague.')
  if (!works(by)) return wrong('by', 'not-found', 'Nobody of this id works here on those days.', 'Choose a colleague.')
  if (of === by) return wrong('by', 'same', 'Nobody covers for themselves.', 'Choose somebody else.')
  if (until < from) return wrong('until', 'before', 'The last day is before the first.', 'Correct one of the two.')
  if (until < today) return wrong('until', 'past', 'Those days are over.', 'Cover begins today at the earliest.')
  if (schoolYearOf(from) > nextYear(today))
    return wrong('from', 'too-far', 'That is after the next school year.', 'Name it when that year is nearer.')
  if (until > lastDayFor(from))
    return wrong(
      'until',
      'too-long',
      `A cover ends with the school year in which it begins, on ${dated(lastDayFor(from))} at the latest.`,
      'Choose a day up to then. Who covers for longer stands in staff.csv (coversFor).',
    )
  const others = covers.filter((cover) => overlap(cover, asked))
  const standing = others.find((cover) => cover.of === of)
  if (standing)
    return wrong(
      'of',
      'already',
      `Somebody (${standing.by}) covers for them already, from ${dated(standing.from)} to ${dated(standing.until)}.`,
      'It stands under Cover, now and to come: end it there first, or choose days before or after it.',
    )
  if (others.some((cover) => cover.by === of))
    return wrong(
      'of',
      'covers',
      'They cover for somebody then themselves.',
      'Name another cover for that colleague first.',
    )
  if (others.some((cover) => cover.of === by))
    return wrong('by', 'away', 'They are away then themselves.', 'Choose somebody who is there.')
  return undefined
}
