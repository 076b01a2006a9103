/** The safety floor: what an academy may set, and may not switch off. */
import { type Check, when } from './check.ts'

const MOST_OF_CLASS = 60
const MOST_OF_SCHOOL = 30
const MOST_LEAST = 10
const FEWEST_WORDS = 10
const OLDEST_REGISTER = 240

/** A brake that never holds, or that holds only what is already a scandal, is no brake. */
export const brakeHolds: Check = ({ brake }) => [
  ...when(
    brake.classShare > MOST_OF_CLASS,
    'brake.classShare',
    `of ${brake.classShare}% would let texts go about most of a class: the brake cannot be switched off.`,
    `Set it to ${MOST_OF_CLASS} or less; 25 is usual.`,
  ),
  ...when(
    brake.academyShare > MOST_OF_SCHOOL,
    'brake.academyShare',
    `of ${brake.academyShare}% would let texts go about a third of the school: the brake cannot be switched off.`,
    `Set it to ${MOST_OF_SCHOOL} or less; 10 is usual.`,
  ),
  ...when(
    brake.atLeast > MOST_LEAST,
    'brake.atLeast',
    `of ${brake.atLeast} pupils is so many that a small class could never be held: the brake cannot be switched off.`,
    `Set it to ${MOST_LEAST} or less; 4 is usual.`,
  ),
]

/** Register data that never count as old are not checked at all. */
export const stalenessNoticed: Check = ({ registerSource, registers }) =>
  when(
    registerSource === 'mis' && registers.freshWithinMinutes > OLDEST_REGISTER,
    'registers.freshWithinMinutes',
    `of ${registers.freshWithinMinutes} would text on yesterday's knowledge: the brake cannot be switched off.`,
    `Set it to ${OLDEST_REGISTER} or less.`,
  )

export const dangerWordsThere: Check = ({ replies }) =>
  when(
    replies.dangerWords.length < FEWEST_WORDS,
    'replies.dangerWords',
    `lists ${replies.dangerWords.length}: too few to hear a child in danger, and the list cannot be switched off.`,
    `Keep a list of at least ${FEWEST_WORDS} for the trust; a school adds its own under replies.ownDangerWords.`,
  )

/** Whoever else hears of it, the safeguarding lead does. */
export const dangerReachesSafeguarding: Check = ({ duties }) =>
  when(
    !duties.danger.doers.includes('dsl'),
    'duties.danger.doers',
    'leaves out the safeguarding lead: a danger word is theirs to read.',
    'Put dsl among the doers.',
  )

/** Somebody is paged at once, and then somebody else, in turn. */
export const pagesInOrder: Check = ({ brake, replies }) =>
  [['brake.pages', brake.pages] as const, ['replies.pages', replies.pages] as const].flatMap(([field, pages]) => [
    ...when(
      pages[0]?.afterMinutes !== 0,
      field,
      'pages nobody at once.',
      'Begin the list with somebody after 0 minutes.',
    ),
    ...when(
      pages.some((page, index) => page.afterMinutes < (pages[index - 1]?.afterMinutes ?? 0)),
      field,
      'is not in order of time.',
      'List whom to page in the order of minutes.',
    ),
  ])
