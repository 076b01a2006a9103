/**
 * Figures of a school and of each of its groups: the one place where pupils are put together, for every page, report, extract and letter.
 * The rate of a group is its sum over its sum; persistent absence is the Department's, "below the line" the policy's, and both are named.
 */
import { type GroupFigures, groupFigures } from '../counting/group.ts'
import { type Grouping, groupOf } from '../counting/groups.ts'
import type { Member } from './member.ts'
import { isIn, type OwnGroup } from './own-group.ts'

/** The groupings of the roll, and `own` for the groups that the school has made. */
export type By = Grouping | 'own'

export interface GroupLine {
  /** The word of the roll, a class's id, or the id of a group that the school made. */
  readonly group: string
  readonly members: readonly Member[]
  readonly figures: GroupFigures
}

export interface Breakdown {
  readonly whole: GroupFigures
  /** Of a grouping of the roll everybody is in exactly one; groups that a school makes may share pupils and leave some out. */
  readonly groups: readonly GroupLine[]
}

/** The school's own lines: per cent, and late arrivals of a year. */
export interface Lines {
  readonly stage1: number
  readonly lateEvery: number
}

const YEARS = ['N1', 'N2', 'R']
const NAMES = new Intl.Collator('en-GB', { numeric: true })

/** Nursery and reception before Year 1. */
const placeOf = (year: string | undefined): number =>
  year === undefined ? 100 : YEARS.includes(year) ? YEARS.indexOf(year) - YEARS.length : Number(year) || 100

/** Years and classes from the youngest to the oldest; everything else as people write lists. Those who left come last. */
const inOrder =
  (by: By) =>
  ([one, ofOne]: Grouped, [other, ofOther]: Grouped): number => {
    const year = ([first]: readonly Member[]) => placeOf(first?.pupil?.yearGroup)
    return (by === 'year' || by === 'class' ? year(ofOne) - year(ofOther) : 0) || NAMES.compare(one, other)
  }

type Grouped = readonly [string, readonly Member[]]

export const figuresOf = (members: readonly Member[], { stage1, lateEvery }: Lines): GroupFigures =>
  groupFigures(
    members.map(({ tally }) => tally),
    stage1,
    lateEvery,
  )

/** The school and its groups, in the order of the groups' words; own groups in the order in which they are given. */
export const breakdown = (
  members: readonly Member[],
  by: By,
  lines: Lines,
  own: readonly OwnGroup[] = [],
): Breakdown => {
  const groups: readonly Grouped[] =
    by === 'own'
      ? own.map((group) => [group.id, members.filter((member) => isIn(group, member))])
      : [...Map.groupBy(members, ({ pupil }) => groupOf(by, pupil))].toSorted(inOrder(by))
  return {
    whole: figuresOf(members, lines),
    groups: groups.map(([group, those]) => ({ group, members: those, figures: figuresOf(those, lines) })),
  }
}
