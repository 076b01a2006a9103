/**
 * The pupils of the day and what must come of each: a decision is a pupil who must be texted, or must not be. Families are invented, their
 * numbers are those reserved for drama.
 */
import type { Contact } from '../../shared/domain/people.ts'
import { aContact, aPupil } from '../../test/builders.ts'

/** What the phone network does with the first text to a number; after that it takes every one. */
export type Network = 'takes' | 'is busy' | 'takes and does not answer' | 'breaks and takes nothing' | 'refuses'

export type Story =
  | 'present'
  | 'reported before school'
  | 'reported on the absence line'
  | 'reported as the text goes'
  | 'arrived late'
  | 'barred from texts'
  | 'on hold'
  | 'register missing'
  | 'silent'
  | 'held by the brake and released'
  | 'text not delivered'
  | 'no receipt'
  | 'answered'
  | 'answered with danger'
  | 'answered and written to'
  | 'answered, and the call lost'
  | 'arrived after the text'

export interface Decision {
  readonly academy: string
  readonly pupil: string
  readonly classId: string
  readonly story: Story
  /** The number that a first-day text goes to, and the next one where the first is not reached. */
  readonly mobile: string
  readonly next?: string
  readonly network: Network
}

export const MUST_BE_TEXTED: readonly Story[] = [
  'silent',
  'held by the brake and released',
  'text not delivered',
  'no receipt',
  'answered',
  'answered with danger',
  'answered and written to',
  'answered, and the call lost',
  'arrived after the text',
]
/** Whose contact answers, and in what words. */
export const ANSWERS: Readonly<Partial<Record<Story, string>>> = {
  answered: 'she has a temperature, sorry',
  'answered with danger': 'her uncle hit me and took her',
  'answered and written to': 'she has a temperature, when is the trip?',
  'answered, and the call lost': 'she has been sick all night',
}
/** Who is reported while the text is on its way may have it or not; nobody has it twice. */
export const MAY_BE_TEXTED: readonly Story[] = ['reported as the text goes']

interface Unit {
  readonly story: Story
  readonly network?: Network
  /** Brothers and sisters of one contact. */
  readonly children?: number
  readonly hasNext?: boolean
}

/**
 * Every story once, the silent ones with everything that a phone network does. The first of them are those in which most happens: a small
 * school has no others.
 */
const AWAY: readonly Unit[] = [
  { story: 'answered with danger' },
  { story: 'answered and written to' },
  { story: 'answered, and the call lost' },
  { story: 'reported on the absence line' },
  { story: 'silent', network: 'takes and does not answer' },
  { story: 'text not delivered', hasNext: true },
  { story: 'silent', children: 2 },
  { story: 'arrived after the text' },
  { story: 'silent' },
  { story: 'silent', network: 'is busy' },
  { story: 'silent', network: 'breaks and takes nothing' },
  { story: 'silent', network: 'refuses', hasNext: true },
  { story: 'no receipt' },
  { story: 'answered' },
  { story: 'answered', network: 'is busy' },
  { story: 'arrived late' },
  { story: 'reported before school' },
  { story: 'reported as the text goes' },
  { story: 'barred from texts' },
  { story: 'on hold' },
]
const AWAY_IN_ROUND = AWAY.reduce((sum, { children = 1 }) => sum + children, 0)

/**
 * Of so many pupils in a hundred nothing is to be told: they are simply here. Two in three is a day that dies everywhere soon; nine in
 * ten is still a bad day of a real school.
 */
export const MOSTLY_HERE = 68

/** A round of stories with so many simply here, by twos of a family; repeated until the school is full. */
const roundOf = (here: number): readonly Unit[] => [
  ...AWAY,
  ...Array.from(
    { length: Math.round((AWAY_IN_ROUND * here) / (100 - here) / 2) },
    () => ({ story: 'present', children: 2 }) as const,
  ),
]
/** Once in each school: a class too empty to be true, and one whose register is not in. */
const ONCE: readonly (Unit & { readonly classId: string })[] = [
  ...Array.from({ length: 4 }, () => ({ story: 'held by the brake and released', classId: 'held' }) as const),
  { story: 'register missing', children: 2, classId: 'missing' },
]

const CLASS_SIZE = 24
const MOST_CONTACTS = 900

/** The decisions of one school, `here` of a hundred pupils simply here. Throws when it would need more numbers than there are. */
export const decisionsOf = (academy: string, count: number, here: number): readonly Decision[] => {
  const round = roundOf(here)
  let numbers = 0
  const number = (): string => {
    if (numbers >= MOST_CONTACTS) throw new RangeError('A school of the bench has more families than numbers')
    return `+447700900${String(numbers++).padStart(3, '0')}`
  }
  const made: Decision[] = []
  const add = (unit: Unit, classId: string): void => {
    const family = {
      academy,
      classId,
      story: unit.story,
      mobile: number(),
      network: unit.network ?? 'takes',
      ...(unit.hasNext ? { next: number() } : {}),
    } as const
    for (let child = 0; child < (unit.children ?? 1); child++)
      made.push({ ...family, pupil: `P${String(made.length + 1).padStart(4, '0')}` })
  }
  for (const { classId, ...unit } of ONCE) add(unit, classId)
  for (let turn = 0; made.length < count; turn++) {
    const unit = round[turn % round.length]
    if (unit) add(unit, `c${Math.floor(made.length / CLASS_SIZE) + 1}`)
  }
  return made
}

/** Who has this number, and is rung and texted first. */
export const contactIdOf = (mobile: string): string => `m-${mobile.slice(-3)}`

const contactsOf = ({ pupil, mobile, next, story }: Decision): readonly Contact[] => {
  const first = aContact(contactIdOf(mobile), {
    mobile,
    ...(story === 'barred from texts' ? { courtRestriction: true } : {}),
  })
  return next === undefined ? [first] : [first, aContact(`n-${pupil}`, { priority: 2, mobile: next })]
}

/** The pupil on the roll, with contacts. */
export const pupilOf = (decision: Decision) =>
  aPupil(decision.pupil, { classId: decision.classId, contacts: contactsOf(decision) })
