/** What reports and patterns are written from: everybody's marks of the school year, and what the roll says of each pupil. */
import type { Policy } from '../../../academies/policy.ts'
import type { AttendCase, Impact } from '../attend/attend-case.ts'
import type { Calendar, Closure } from '../calendar.ts'
import { type CountedMark, tallyOf } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { Member } from '../figures/member.ts'
import type { OwnGroup } from '../figures/own-group.ts'
import type { SchoolClass } from '../people.ts'
import type { Register } from '../register.ts'

/** One enrolment with every mark of the year that counts, in order of time; none before the starting day or after the leaving day. */
export interface Marked extends Omit<Member, 'tally'> {
  readonly marks: readonly CountedMark[]
  /** Contact ids of the adults with whom the pupil lives, by which brothers and sisters are known. */
  readonly adults?: readonly string[]
}

/** An open attendance case with attendance before the work began and since. */
export interface Reviewed {
  readonly case: AttendCase
  readonly impact: Impact
}

export interface ReportFacts {
  readonly policy: Policy
  /** The school year to the last date counted. */
  readonly year: Span
  readonly everybody: readonly Marked[]
  /** As they came, for whoever inspects them. */
  readonly registers: readonly Register[]
  readonly classes: readonly SchoolClass[]
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
  readonly own: readonly OwnGroup[]
  readonly reviewed: readonly Reviewed[]
}

const within = (marks: readonly CountedMark[], { from, until }: Span): readonly CountedMark[] =>
  marks.filter(({ date }) => from <= date && date <= until)

/** Everybody with what their marks of a span add up to. */
export const membersIn = (facts: Pick<ReportFacts, 'everybody'>, span: Span): readonly Member[] =>
  facts.everybody.map(({ marks, ...who }) => ({ ...who, tally: tallyOf(within(marks, span)) }))

/** The same without sessions under some codes: neither attended nor missed, as though they had not been. */
export const membersWithout = (
  facts: Pick<ReportFacts, 'everybody'>,
  span: Span,
  leftOut: readonly string[],
): readonly Member[] =>
  facts.everybody.map(({ marks, ...who }) => ({
    ...who,
    tally: tallyOf(within(marks, span).filter(({ code }) => !leftOut.includes(code))),
  }))

/** Everybody's marks of a span. */
export const markedIn = (facts: Pick<ReportFacts, 'everybody'>, span: Span): readonly Marked[] =>
  facts.everybody.map((each) => ({ ...each, marks: within(each.marks, span) }))
