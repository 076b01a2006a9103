/** Every pattern of a school, from the facts that reports are written from. */

import { schoolDaysAfter } from '../calendar.ts'
import { tallyOf } from '../counting/tally.ts'
import type { Member } from '../figures/member.ts'
import { onRoll } from '../people.ts'
import { type Marked, markedIn, membersIn, type ReportFacts } from '../reports/facts.ts'
import { schoolDaysIn, weeksBefore } from '../reports/spans.ts'
import { addDays } from '../time.ts'
import { type Ahead, linesAhead, lookAhead } from './ahead.ts'
import { type Inspected, inspect } from './inspection.ts'
import { mostTellingFirst, type Noticed } from './noticed.ts'
import { besideHolidays, patternsOf } from './pupil-patterns.ts'
import { siblingClusters } from './siblings.ts'

export interface AheadOf extends Ahead {
  readonly who: Member
}

const stillHere = (facts: ReportFacts): readonly Marked[] =>
  facts.everybody.filter(({ pupil }) => pupil !== undefined && onRoll(pupil, facts.year.until))

/** Patterns in the year's absences of pupils who are on the roll, the most telling first. */
export const noticedIn = (facts: ReportFacts): readonly Noticed[] => {
  const everybody = stillHere(facts)
  const beside = besideHolidays(facts.calendar, schoolDaysIn(facts.calendar, facts.year))
  return mostTellingFirst([
    ...everybody.flatMap((marked) => patternsOf(marked, facts.policy, beside)),
    ...siblingClusters(everybody, facts.policy.reports.patterns),
  ])
}

/** Who will cross a line within the policy's school weeks at the present rate, the soonest first. */
export const aheadIn = (facts: ReportFacts): readonly AheadOf[] => {
  const { policy, calendar, year } = facts
  const weeks = policy.reports.patterns.aheadSchoolWeeks
  const recentWeeks = weeksBefore(calendar, year, Math.max(1, Math.floor(weeks / 2)))
  const span = recentWeeks ? { from: recentWeeks.before.from, until: recentWeeks.now.until } : year
  const end = schoolDaysAfter(calendar, year.until, 5 * weeks)
  const days = schoolDaysIn(calendar, { from: addDays(year.until, 1), until: end }).slice(0, 5 * weeks)
  const recent = new Map(markedIn(facts, span).map(({ key, marks }) => [key, tallyOf(marks)]))
  const here = new Set(stillHere(facts).map(({ key }) => key))
  return membersIn(facts, year)
    .filter(({ key, tally }) => here.has(key) && tally.possible >= policy.thresholds.minimumSessions)
    .flatMap((who) =>
      linesAhead(policy.thresholds).flatMap((line) => {
        const ahead = lookAhead(who.tally, recent.get(who.key) ?? who.tally, days, year.until, line)
        return ahead ? [{ ...ahead, who }] : []
      }),
    )
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** What an inspection of the year's registers would stop at. */
export const inspectedIn = (facts: ReportFacts): readonly Inspected[] => inspect(facts.registers, facts.year, facts)
