/**
 * Why two figures differ, cause by cause. One definition is turned into the other a step at a time; what each step changes is that cause's
 * share, so that the shares add up to the whole difference exactly, whatever the marks.
 */
import { isPersistentlyAbsent } from '../counting/boundaries.ts'
import { NO_SESSIONS, type Tally } from '../counting/tally.ts'
import type { LocalDate } from '../time.ts'
import { type Counted, countUnder, type Definition } from './definition.ts'

/** In the order in which they are looked at: a session that two of them would explain belongs to the first. */
export const CAUSES = ['window', 'leavers', 'age', 'c2', 'x', 'y'] as const
export type Cause = (typeof CAUSES)[number]

/** What is compared: sessions, and the enrolments behind them. */
export interface Numbers {
  readonly pupils: number
  readonly possible: number
  readonly attended: number
  readonly authorised: number
  readonly unauthorised: number
  readonly persistentlyAbsent: number
}

export interface Share extends Numbers {
  readonly cause: Cause | 'rounding'
  /** What it does to the percentage, in hundredths of a per cent; `null` where there is no percentage on one side. */
  readonly hundredths: number | null
  /** Enrolments that it touches. */
  readonly touches: number
  readonly because: string
}

export interface Figure extends Numbers {
  /** As shown: `93.5`; `null` when no session was possible. */
  readonly attendance: string | null
}

export interface Reconciliation {
  readonly first: Figure
  readonly second: Figure
  readonly difference: Numbers & { readonly hundredths: number | null }
  /** Only causes that change something; they add up to the difference. */
  readonly causes: readonly Share[]
}

const FIELDS = ['pupils', 'possible', 'attended', 'authorised', 'unauthorised', 'persistentlyAbsent'] as const

const numbersOf = (tallies: readonly Tally[]): Numbers => {
  const sum = { pupils: 0, possible: 0, attended: 0, authorised: 0, unauthorised: 0, persistentlyAbsent: 0 }
  for (const tally of tallies) {
    if (tally.possible === 0) continue
    sum.pupils += 1
    sum.possible += tally.possible
    sum.attended += tally.attended
    sum.authorised += tally.authorised
    sum.unauthorised += tally.unauthorised
    sum.persistentlyAbsent += isPersistentlyAbsent(tally) ? 1 : 0
  }
  return sum
}

const minus = (one: Numbers, other: Numbers): Numbers => {
  const difference = { ...one }
  for (const field of FIELDS) difference[field] = one[field] - other[field]
  return difference
}

/** Half away from zero, in whole numbers: 9346 is 93.46%. */
const inHundredths = ({ attended, possible }: Numbers, decimals: 1 | 2): number | null => {
  if (possible === 0) return null
  const step = decimals === 1 ? 10 : 1
  return Math.floor((attended * 20_000 + step * possible) / (possible * 2 * step)) * step
}

const shown = (hundredths: number | null, decimals: 1 | 2): string | null =>
  hundredths === null
    ? null
    : `${Math.floor(hundredths / 100)}.${String(hundredths % 100)
        .padStart(2, '0')
        .slice(0, decimals)}`

const apart = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other

/** The definition after one more cause has been taken over from the other. */
const STEPS: Readonly<Record<Cause, (from: Definition, to: Definition) => Definition>> = {
  window: (from, { window }) => ({ ...from, window }),
  leavers: (from, { leavers }) => ({ ...from, leavers }),
  age: (from, { ages }) => ({ ...from, ages }),
  c2: (from, { c2 }) => ({ ...from, c2 }),
  x: (from, { x }) => ({ ...from, x }),
  y: (from, { y }) => ({ ...from, y }),
}

const counted = (how: string): string => (how === 'counted' ? 'counts to their last day' : 'leaves out')
const asAbsence = (how: string): string => (how === 'absence' ? 'an authorised absence' : 'no possible session')

const decimals = ({ decimals: many }: Definition): string => (many === 1 ? '1 decimal' : '2 decimals')

const WHY: Readonly<Record<Cause | 'rounding', (one: Definition, other: Definition) => string>> = {
  window: (one, other) =>
    `The first is of ${one.window.from} to ${one.window.until}, the second of ${other.window.from} to ${other.window.until}.`,
  leavers: (one, other) =>
    `Pupils who had left: the first ${counted(one.leavers)}, the second ${counted(other.leavers)}.`,
  age: (one, other) =>
    `The first is of ${one.ages === 'all' ? 'all pupils' : 'ages 5 to 15'}, the second of ${other.ages === 'all' ? 'all pupils' : 'ages 5 to 15'}, by age on 31 August before the school year.`,
  c2: (one, other) =>
    `C2, a part-time timetable, is ${asAbsence(one.c2)} in the first and ${asAbsence(other.c2)} in the second; by law it is an authorised absence.`,
  x: (one, other) =>
    `X, not required to attend, is ${asAbsence(one.x)} in the first and ${asAbsence(other.x)} in the second; by law no session is possible.`,
  y: (one, other) =>
    `Y1 to Y7, unable to attend, are ${asAbsence(one.y)} in the first and ${asAbsence(other.y)} in the second; by law no session is possible.`,
  rounding: (one, other) =>
    one.decimals === other.decimals
      ? `Each is rounded to ${decimals(one)} on its own.`
      : `The first is shown with ${decimals(one)}, the second with ${decimals(other)}.`,
}

const NOTHING: Numbers = { pupils: 0, possible: 0, attended: 0, authorised: 0, unauthorised: 0, persistentlyAbsent: 0 }

const isSomething = (share: Share): boolean =>
  share.touches > 0 || (share.hundredths ?? 0) !== 0 || FIELDS.some((field) => share[field] !== 0)

const isSame = (one: Tally = NO_SESSIONS, other: Tally = NO_SESSIONS): boolean =>
  one.possible === other.possible &&
  one.attended === other.attended &&
  one.authorised === other.authorised &&
  one.unauthorised === other.unauthorised

/** Two figures about one school side by side, and why the second is not the first. `asOf` is the end of the question. */
export const reconcile = (
  everybody: readonly Counted[],
  one: Definition,
  other: Definition,
  asOf: LocalDate,
): Reconciliation => {
  const under = (definition: Definition) => everybody.map((each) => countUnder(each, definition, asOf))
  let definition = one
  let tallies = under(one)
  const begin = numbersOf(tallies)
  let numbers = begin
  const causes: Share[] = []
  for (const cause of CAUSES) {
    const nextDefinition = STEPS[cause](definition, other)
    const next = under(nextDefinition)
    const nextNumbers = numbersOf(next)
    const before = tallies
    causes.push({
      cause,
      ...minus(nextNumbers, numbers),
      hundredths: apart(inHundredths(nextNumbers, 2), inHundredths(numbers, 2)),
      touches: next.filter((tally, at) => !isSame(tally, before[at])).length,
      because: WHY[cause](one, other),
    })
    definition = nextDefinition
    tallies = next
    numbers = nextNumbers
  }
  const [showsFirst, showsSecond] = [inHundredths(begin, one.decimals), inHundredths(numbers, other.decimals)]
  const [first, second] = [inHundredths(begin, 2), inHundredths(numbers, 2)]
  const rounding = apart(apart(showsSecond, second), apart(showsFirst, first))
  causes.push({ cause: 'rounding', ...NOTHING, hundredths: rounding, touches: 0, because: WHY.rounding(one, other) })
  return {
    first: { ...begin, attendance: shown(showsFirst, one.decimals) },
    second: { ...numbers, attendance: shown(showsSecond, other.decimals) },
    difference: { ...minus(numbers, begin), hundredths: apart(showsSecond, showsFirst) },
    causes: causes.filter(isSomething),
  }
}
