/** The trust's figures: each academy's enrolments against its own policy, the year to date as the night has counted it, or any dates from the registers. */
import { groupFigures } from '../domain/counting/group.ts'
import { type AcademyFigures, type TrustFigures, trustFigures } from '../domain/counting/trust.ts'
import { type Span, termSpan } from '../domain/counting/window.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { type Counts, spanCounts, yearToDateCounts } from './counts.ts'

type Kept = Pick<Stores, 'policies' | 'tallies' | 'registersOn' | 'roll'>

/** The year to date, or the academy's own term, that a date is in; or two dates, both included. */
export type Asked =
  | { readonly of: 'year'; readonly date: LocalDate }
  | { readonly of: 'term'; readonly date: LocalDate }
  | { readonly of: 'span'; readonly span: Span }

const dateOf = (asked: Asked): LocalDate => (asked.of === 'span' ? asked.span.until : asked.date)

/** The term to the date; `undefined` between two terms. */
const termTo = (terms: readonly Span[], date: LocalDate): Span | undefined => {
  const term = termSpan({ listed: {}, terms }, date)
  return term && { from: term.from, until: date }
}

const academyFigures = async (stores: Kept, academy: string, asked: Asked): Promise<readonly AcademyFigures[]> => {
  const { policy } = await stores.policies.inForce(academy, dateOf(asked))
  const figures = ({ span, tallies }: Counts): readonly AcademyFigures[] => [
    {
      academy,
      span,
      figures: groupFigures([...tallies.values()], policy.thresholds.stage1, policy.thresholds.lateEvery),
    },
  ]
  if (asked.of === 'year') return figures(await yearToDateCounts(stores, academy, asked.date))
  const span = asked.of === 'span' ? asked.span : termTo(policy.calendar.terms, asked.date)
  return span === undefined ? [] : figures(await spanCounts(stores, academy, span))
}

/** Figures of these academies and of all together. Of a term only those academies are in it whose term the date is in. */
export const trustCounts = async (stores: Kept, academies: readonly string[], asked: Asked): Promise<TrustFigures> => {
  const found: AcademyFigures[] = []
  // One academy's registers after another's: a year of all of them at once is more than a small function holds.
  for (const academy of academies) found.push(...(await academyFigures(stores, academy, asked)))
  return trustFigures(found)
}
