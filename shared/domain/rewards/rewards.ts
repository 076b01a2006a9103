/**
 * Rewards of a half term: green and full attendance, most improved. Absences that the policy leaves out, illness among them, cost nobody a
 * reward: their sessions are in the sum neither as attended nor as missed.
 */
import type { Policy } from '../../../academies/policy.ts'
import { isAtLeast } from '../counting/boundaries.ts'
import { type CountedMark, tallyOf } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { Member } from '../figures/member.ts'
import { type Moved, movers } from '../figures/movers.ts'
import { onRoll } from '../people.ts'
import { markedIn, membersWithout, type ReportFacts } from '../reports/facts.ts'
import { halfTermAt, schoolDaysIn } from '../reports/spans.ts'
import { addDays, type LocalDate } from '../time.ts'

export interface Rewards {
  readonly span: Span
  readonly name: string
  /** Too little of the half term is over: nobody is anything yet. */
  readonly isTooEarly: boolean
  readonly green: readonly Member[]
  readonly full: readonly Member[]
  readonly improved: readonly Moved<Member>[]
}

/** The half term that a date is in, to that date. */
export const halfTermToDate = (
  { calendar: { terms } }: Pick<Policy, 'calendar'>,
  date: LocalDate,
): (Span & { readonly name: string }) | undefined => {
  const half = halfTermAt(terms, date)
  return half && { name: half.name, from: half.from, until: half.until < date ? half.until : date }
}

const isThere =
  (date: LocalDate) =>
  ({ pupil }: Member): boolean =>
    pupil !== undefined && onRoll(pupil, date)

export const rewardsOf = (facts: ReportFacts): Rewards | undefined => {
  const { policy, calendar, year } = facts
  const { leftOut, minimumSchoolDays, most } = policy.reports.rewards
  const { green } = policy.letters.trafficLight
  const now = halfTermToDate(policy, year.until)
  if (now === undefined) return undefined
  const isTooEarly = schoolDaysIn(calendar, now).length < minimumSchoolDays
  const none = { span: now, name: now.name, isTooEarly, green: [], full: [], improved: [] }
  if (isTooEarly) return none
  const earned = membersWithout(facts, now, leftOut).filter(isThere(year.until))
  // Whoever was hardly here, ill or not, has done nothing yet that a certificate could be about.
  const here = earned.filter(({ tally }) => tally.possible >= minimumSchoolDays)
  const before = halfTermToDate(policy, addDays(now.from, -1))
  const was = new Map(
    before && before.from >= year.from
      ? membersWithout(facts, before, leftOut).map(({ key, tally }) => [key, tally])
      : [],
  )
  const moved = here.flatMap((who): readonly Moved<Member>[] => {
    const tally = was.get(who.key)
    return tally ? [{ who, before: tally, now: who.tally }] : []
  })
  return {
    ...none,
    green: here.filter(({ tally }) => isAtLeast(tally, green) && tally.attended < tally.possible),
    full: here.filter(({ tally }) => tally.attended === tally.possible),
    improved: movers(moved, { points: 1, minimum: minimumSchoolDays, most }).up,
  }
}

/** A class whose attendance of the half term so far is below the policy's line. */
export interface LowClass {
  readonly classId: string
  readonly attended: number
  readonly possible: number
}

/** One enrolment as far as its class asks. */
export interface InClass {
  readonly classId: string
  readonly marks: readonly CountedMark[]
}

type Ground = Pick<ReportFacts, 'policy' | 'calendar'>

/** Too little of the half term is over for a class to be judged by it. */
export const isTooEarlyFor = ({ policy, calendar }: Ground, span: Span): boolean =>
  schoolDaysIn(calendar, span).length < policy.reports.classes.minimumSchoolDays

/** Classes that are to be talked to, by the marks of a span of those in them; none while too little of the half term is over. */
export const classesBelow = (all: readonly InClass[], ground: Ground, span: Span): readonly LowClass[] => {
  const { below, leftOut } = ground.policy.reports.classes
  if (isTooEarlyFor(ground, span)) return []
  return [...Map.groupBy(all, ({ classId }) => classId)].flatMap(([classId, those]): readonly LowClass[] => {
    const marks = those.flatMap((each) => each.marks.filter(({ code }) => !leftOut.includes(code)))
    const { attended, possible } = tallyOf(marks)
    return possible > 0 && attended * 100 < possible * below ? [{ classId, attended, possible }] : []
  })
}

/** The same from the facts of reports. */
export const lowClasses = (facts: Ground & Pick<ReportFacts, 'everybody'>, span: Span): readonly LowClass[] =>
  classesBelow(
    markedIn(facts, span).flatMap(({ pupil, marks }) => (pupil ? [{ classId: pupil.classId, marks }] : [])),
    facts,
    span,
  )
