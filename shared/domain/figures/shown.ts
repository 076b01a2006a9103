/** Figures as a page, a table or a file shows them: the counts for reckoning, beside them rates to one decimal for reading. */
import type { GroupFigures } from '../counting/group.ts'
import { ratesOf } from '../counting/rate.ts'
import { absentIn, type Tally } from '../counting/tally.ts'

/** A tally and its rates; a rate is `null` when no session was possible. */
export const showTally = (tally: Tally) => ({ ...tally, absent: absentIn(tally), rates: ratesOf(tally) })

export const showFigures = ({ pupils, tally, persistent, severe, belowLine, persistentlyLate }: GroupFigures) => ({
  pupils,
  ...showTally(tally),
  persistentlyAbsent: persistent,
  severelyAbsent: severe,
  belowLine,
  persistentlyLate,
})
