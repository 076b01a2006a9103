/** How an academy differs from its trust: what it changed, what it added, and what it says again without need. */
import { canonical, type Json, leaves, valueAt } from './json.ts'

export interface Difference {
  readonly field: string
  /** `undefined` where the trust says nothing. */
  readonly trust: Json | undefined
  readonly own: Json
}

export interface Differences {
  readonly changed: readonly Difference[]
  readonly added: readonly Difference[]
  readonly same: readonly string[]
}

export const differences = (trust: Json, own: Json): Differences => {
  const all = leaves(own).map(([field, value]) => ({ field, own: value, trust: valueAt(trust, field) }))
  const isSame = (each: Difference) => each.trust !== undefined && canonical(each.trust) === canonical(each.own)
  return {
    changed: all.filter((each) => each.trust !== undefined && !isSame(each)),
    added: all.filter((each) => each.trust === undefined),
    same: all.filter(isSame).map(({ field }) => field),
  }
}
