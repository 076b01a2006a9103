/** Absence falls on few: how much more or less than the average a pupil is away. */
import { chanceOf } from '../chance.ts'
import type { MadeUpPupil } from '../pupils.ts'
import type { Rates } from './rates.ts'

export interface Frailty {
  readonly health: number
  readonly habit: number
}

/** Shares out an uneven quantity of mean 1 by rank, the lowest first. */
const byRank = (count: number, uneven: number): readonly number[] => {
  const raw = Array.from({ length: count }, (_, rank) => (-Math.log(1 - (rank + 0.5) / count)) ** uneven)
  const mean = raw.reduce((sum, value) => sum + value, 0) / count
  return raw.map((value) => value / mean)
}

const dealt = (risks: readonly number[], uneven: number): readonly number[] => {
  const shares = byRank(risks.length, uneven)
  const order = risks.map((risk, index) => ({ risk, index })).toSorted((one, other) => one.risk - other.risk)
  const out: number[] = []
  for (const [rank, { index }] of order.entries()) out[index] = shares[rank] ?? 1
  return out
}

/** Each pupil's share, higher for those with free meals or special needs; the mean over a school is 1 in each. */
export const frailtyOf = (pupils: readonly MadeUpPupil[], rates: Rates, seed: string): readonly Frailty[] => {
  const chances = pupils.map((pupil) => chanceOf(seed, 'frailty', pupil.number))
  const risks = pupils.map(
    (pupil, index) =>
      (chances[index]?.share() ?? 0) + (pupil.family.fsm ? 0.25 : 0) + (pupil.senStatus === 'N' ? 0 : 0.2),
  )
  const health = dealt(risks, rates.uneven.health)
  const habits = risks.map((risk, index) => 0.6 * risk + 0.4 * (chances[index]?.share() ?? 0))
  const habit = dealt(habits, rates.uneven.habit)
  return pupils.map((_, index) => ({ health: health[index] ?? 1, habit: habit[index] ?? 1 }))
}
