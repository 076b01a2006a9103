/**
 * The Department's persistent absence beside a policy's "below 90%", and why any two figures about a pupil differ. People meet both on
 * one page and take one of them for a mistake.
 */
import { isStatisticalAge, statisticalAge } from '../ages.ts'
import { schoolYearOf } from '../calendar.ts'
import type { LocalDate } from '../time.ts'
import { isBelow, isPersistentlyAbsent, isSeverelyAbsent } from './boundaries.ts'
import { perCent } from './rate.ts'
import { absentIn, type CountedMark, type Tally, tallyOf } from './tally.ts'

export interface BothTests {
  /** 10% or more of the possible sessions missed, by the Department's definition. */
  readonly persistent: boolean
  /** 50% or more missed. */
  readonly severe: boolean
  /** Strictly below the school's own line. */
  readonly belowLine: boolean
  /** In the Department's headline figures: aged 5 to 15 on 31 August before the school year. */
  readonly headlineAge: boolean
  /** Joined in the course of the school year: a figure of few sessions, and of this school's alone. */
  readonly shortEnrolment: boolean
  /** Sentences on each way in which the tests, or a national figure, differ for this pupil. Empty when nothing needs saying. */
  readonly because: readonly string[]
}

/** The youngest of a school start in steps: by the end of September everybody who begins the year has begun. */
const joinedLate = (joined: LocalDate, date: LocalDate): boolean =>
  joined >= `${schoolYearOf(date).slice(0, 4)}-10-01` && joined <= date

/** Both tests of one pupil, who `joined` this school on the starting day of its admission register. `line` is the policy's, in per cent; `minimum` the possible sessions before the school acts on it. */
export const bothTests = (
  tally: Tally,
  policy: { readonly line: number; readonly minimum: number },
  pupil: { readonly dateOfBirth: LocalDate; readonly joined: LocalDate; readonly date: LocalDate },
): BothTests => {
  const persistent = isPersistentlyAbsent(tally)
  const belowLine = isBelow(tally, policy.line)
  const headlineAge = isStatisticalAge(pupil.dateOfBirth, pupil.date)
  const shortEnrolment = joinedLate(pupil.joined, pupil.date)
  const because = [
    ...(shortEnrolment
      ? [
          `Short enrolment: joined on ${pupil.joined}, so the figure is of ${tally.possible} sessions at this school. Each absence weighs more than in a whole year, and an earlier school’s sessions are in no figure of this one.`,
        ]
      : []),
    ...(persistent && !belowLine
      ? [
          `${absentIn(tally)} of ${tally.possible} sessions missed is 10% or more, which the Department counts as persistently absent; ${perCent(tally.attended, tally.possible)}% is not below the school’s ${policy.line}%.`,
        ]
      : []),
    ...(belowLine && !persistent
      ? [
          `${perCent(tally.attended, tally.possible)}% is below the school’s ${policy.line}%, but fewer than 10% of the sessions were missed.`,
        ]
      : []),
    ...(tally.possible > 0 && tally.possible < policy.minimum && (belowLine || persistent)
      ? [
          `Only ${tally.possible} sessions were possible so far: the school acts from ${policy.minimum} on, because a day or two weighs too much before that.`,
        ]
      : []),
    ...(headlineAge
      ? []
      : ['The Department’s headline figures are of pupils aged 5 to 15 on 31 August; this pupil is not in them.']),
    ...(statisticalAge(pupil.dateOfBirth, pupil.date) === 4
      ? ['Of pupils aged 4 the Department publishes all absence as one figure, authorised and unauthorised together.']
      : []),
    ...(tally.possible === 0 ? ['No session was possible, so the pupil is in no figure.'] : []),
  ]
  return { persistent, severe: isSeverelyAbsent(tally), belowLine, headlineAge, shortEnrolment, because }
}

/** A figure about one pupil: where it comes from, and the marks it rests on. */
export interface Figure {
  /** As a sentence would name it: `the letter of 4 March`, `the year to date`. */
  readonly name: string
  readonly marks: readonly CountedMark[]
}

export interface Difference {
  /** Marks that only one of them counts, and marks that changed in between. */
  readonly onlyInFirst: readonly CountedMark[]
  readonly onlyInSecond: readonly CountedMark[]
  readonly changed: readonly { readonly was: CountedMark; readonly is: CountedMark }[]
  readonly because: readonly string[]
}

const slot = (mark: CountedMark): string => `${mark.date} ${mark.session}`
const inWords = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Why two figures about one pupil differ, session by session. */
export const whyDiffer = (first: Figure, second: Figure): Difference => {
  const inFirst = new Map(first.marks.map((mark) => [slot(mark), mark]))
  const inSecond = new Map(second.marks.map((mark) => [slot(mark), mark]))
  const onlyInFirst = first.marks.filter((mark) => !inSecond.has(slot(mark)))
  const onlyInSecond = second.marks.filter((mark) => !inFirst.has(slot(mark)))
  const changed = first.marks.flatMap((was) => {
    const is = inSecond.get(slot(was))
    return is && is.code !== was.code ? [{ was, is }] : []
  })
  const shown = (figure: Figure) => {
    const tally = tallyOf(figure.marks)
    const rate = perCent(tally.attended, tally.possible)
    return `${figure.name}: ${tally.attended} attended of ${tally.possible} possible, ${rate === null ? 'no percentage' : `${rate}%`}.`
  }
  const outside = (name: string, marks: readonly CountedMark[]) => {
    const days = marks.map(({ date }) => date).toSorted()
    return marks.length === 0
      ? []
      : [`Only ${name} counts ${inWords(marks.length, 'session')}, from ${days[0]} to ${days.at(-1)}.`]
  }
  return {
    onlyInFirst,
    onlyInSecond,
    changed,
    because: [
      shown(first),
      shown(second),
      ...outside(first.name, onlyInFirst),
      ...outside(second.name, onlyInSecond),
      ...changed.map(
        ({ was, is }) =>
          `${was.date} ${was.session} was ${was.code} in ${first.name} and is ${is.code} in ${second.name}.`,
      ),
    ],
  }
}
