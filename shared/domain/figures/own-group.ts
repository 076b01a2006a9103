/** Groups that a school makes for itself: named, with pupils chosen one by one, or by a rule over what the roll says, or both. */
import { type Grouping, groupOf } from '../counting/groups.ts'
import type { PupilKey } from '../people.ts'
import type { Instant } from '../time.ts'
import type { Member } from './member.ts'

/** Which words of the roll a pupil must have: of each grouping named, one of its words. No grouping is no rule. */
export type GroupRule = Readonly<Partial<Record<Grouping, readonly string[]>>>

export interface OwnGroup {
  readonly id: string
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  readonly name: string
  readonly pupils: readonly PupilKey[]
  readonly rule: GroupRule
  /** Kept when it has ended: a report of the time when it was there still says what it meant. */
  readonly ended?: { readonly by: string; readonly at: Instant; readonly because: string }
}

type Known = Pick<Member, 'key' | 'pupil'>

const fits = (rule: GroupRule, { pupil }: Known): boolean => {
  const conditions = Object.entries(rule) as readonly (readonly [Grouping, readonly string[]])[]
  return (
    pupil !== undefined &&
    conditions.length > 0 &&
    conditions.every(([by, words]) => words.includes(groupOf(by, pupil)))
  )
}

/** A pupil is in a group when named, or when its rule fits; a leaver of whom the roll says nothing only when named. */
export const isIn = (group: Pick<OwnGroup, 'pupils' | 'rule'>, member: Known): boolean =>
  group.pupils.includes(member.key) || fits(group.rule, member)
