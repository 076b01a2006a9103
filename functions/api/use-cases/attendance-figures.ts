/** Figures of the academy and its groups: the year to date from the stored counts, any other span from the registers. */
import { allMarksBetween } from '../../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { byPupil, countedTo } from '../../../shared/domain/counting/class-tally.ts'
import { type GroupFigures, groupFigures } from '../../../shared/domain/counting/group.ts'
import { type Grouping, groupOf } from '../../../shared/domain/counting/groups.ts'
import { ratesOf } from '../../../shared/domain/counting/rate.ts'
import { absentIn, type Tally, tallyOf } from '../../../shared/domain/counting/tally.ts'
import { marksWithin, type Span } from '../../../shared/domain/counting/window.ts'
import type { PupilKey } from '../../../shared/domain/people.ts'
import type { Call } from '../call.ts'

/** What a figure is about: the span asked for, or the year to the last date counted. */
export interface Counts {
  readonly span: Span
  readonly tallies: ReadonlyMap<PupilKey, Tally>
}

/** The year to date of everybody, as the night has counted it. */
export const yearToDateCounts = async (call: Call): Promise<Counts> => {
  const year = schoolYearOf(call.date)
  const tallies = await call.stores.tallies(call.academy, year)
  return { span: { from: year, until: countedTo(tallies) ?? year }, tallies: byPupil(tallies) }
}

/** Everybody's counts over a span, from the registers; no mark before a pupil's starting day or after the leaving day. */
export const spanCounts = async (call: Call, span: Span): Promise<Counts> => {
  const marks = await allMarksBetween(call.stores, call.academy, span)
  const pupils = await call.stores.roll.pupils(call.academy, [...marks.keys()])
  const tallies = new Map(
    [...marks].map(([key, all]) => {
      const enrolment = pupils[key]
      return [key, tallyOf(enrolment ? marksWithin(all, span, enrolment) : all)] as const
    }),
  )
  return { span, tallies }
}

const showFigures = ({ pupils, tally, persistent, severe, belowLine, persistentlyLate }: GroupFigures) => ({
  pupils,
  ...showTally(tally),
  persistentlyAbsent: persistent,
  severelyAbsent: severe,
  belowLine,
  persistentlyLate,
})

/** A tally and its rates; the rates are for reading, the counts for reckoning. */
export const showTally = (tally: Tally) => ({ ...tally, absent: absentIn(tally), rates: ratesOf(tally) })

/** Figures of the academy and of each group, in the order of the groups' names. */
export const figuresBy = async (call: Call, by: Grouping, { span, tallies }: Counts) => {
  const pupils = await call.stores.roll.pupils(call.academy, [...tallies.keys()])
  const { stage1: line, lateEvery } = call.policy.thresholds
  const groups = Map.groupBy(tallies, ([key]) => groupOf(by, pupils[key]))
  const inOrder = new Intl.Collator('en-GB', { numeric: true })
  return {
    by,
    ...span,
    line,
    academy: showFigures(groupFigures([...tallies.values()], line, lateEvery)),
    groups: [...groups]
      .toSorted(([one], [other]) => inOrder.compare(one, other))
      .map(([group, members]) => ({
        group,
        ...showFigures(
          groupFigures(
            members.map(([, tally]) => tally),
            line,
            lateEvery,
          ),
        ),
      })),
  }
}
