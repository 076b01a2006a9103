/** Chance that repeats: the same seed always gives the same school. */

export interface Chance {
  /** From 0 up to, not including, 1. */
  share(): number
  /** True with this probability. */
  is(probability: number): boolean
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number
  /** One of the list. Throws RangeError on an empty one. */
  oneOf<T>(list: readonly T[]): T
  /** One of the values, as often as its weight says. Throws RangeError when there is none. */
  weighted<T>(weights: readonly (readonly [T, number])[]): T
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): readonly T[]
}

/** FNV-1a, 32 bits: spreads the words of a seed. */
const hash = (text: string): number => {
  let mixed = 0x811c9dc5
  for (const character of text) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return mixed >>> 0
}

/** Mulberry32. */
const generator = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Chance about one thing of a school. Each thing has its own, so that a change to one leaves the others as they were. */
export const chanceOf = (...about: readonly (string | number)[]): Chance => {
  const share = generator(hash(about.join('|')))
  const below = (count: number): number => Math.floor(share() * count)
  const oneOf = <T>(list: readonly T[]): T => {
    const [chosen] = list.slice(below(list.length))
    if (chosen === undefined) throw new RangeError('there is nothing to choose from')
    return chosen
  }
  return {
    share,
    is: (probability) => share() < probability,
    below,
    oneOf,
    weighted: (weights) => {
      let left = share() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of weights) {
        left -= weight
        if (left < 0) return value
      }
      return oneOf(weights)[0]
    },
    shuffled: (list) =>
      list
        .map((value) => ({ value, place: share() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ value }) => value),
  }
}
