/**
 * Whose attendance has moved: the rate of some school weeks against that of as many before them. Two rates are compared as whole numbers;
 * the change is told in sessions too, because a pupil's four weeks are only forty of them.
 */
import type { Tally } from '../counting/tally.ts'

export interface Moved<T> {
  readonly who: T
  readonly before: Tally
  readonly now: Tally
}

export interface MoversRule {
  /** Percentage points at least. */
  readonly points: number
  /** Possible sessions at least, in each of the two spans. */
  readonly minimum: number
  /** The most to list of each. */
  readonly most: number
}

/** The change in rate as a fraction: its sign is that of the numerator. */
export const changeOf = ({ before, now }: Pick<Moved<unknown>, 'before' | 'now'>) => ({
  up: now.attended * before.possible - before.attended * now.possible,
  of: now.possible * before.possible,
})

/** Whether the rate has changed by so many points or more, either way. */
const isMove = (moved: Moved<unknown>, points: number): boolean => {
  const { up, of } = changeOf(moved)
  return Math.abs(up) * 100 >= points * of
}

const byChange = (one: Moved<unknown>, other: Moved<unknown>): number => {
  const [a, b] = [changeOf(one), changeOf(other)]
  return b.up * a.of - a.up * b.of
}

/** Those who went up most, and those who went down most, the greatest change first. */
export const movers = <T>(
  all: readonly Moved<T>[],
  { points, minimum, most }: MoversRule,
): { readonly up: readonly Moved<T>[]; readonly down: readonly Moved<T>[] } => {
  const moved = all
    .filter(({ before, now }) => before.possible >= Math.max(1, minimum) && now.possible >= Math.max(1, minimum))
    .filter((each) => isMove(each, points))
    .toSorted(byChange)
  return {
    up: moved.filter((each) => changeOf(each).up > 0).slice(0, most),
    down: moved
      .filter((each) => changeOf(each).up < 0)
      .toReversed()
      .slice(0, most),
  }
}
