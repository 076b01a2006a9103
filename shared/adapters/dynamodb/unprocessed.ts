import { setTimeout } from 'node:timers/promises'

const ROUNDS = 8

/**
 * Does work chunk by chunk; `step` answers with what the table left undone, which goes round again after a growing pause.
 * Throws when something is still undone after eight rounds.
 */
export const slowly = async <T>(
  size: number,
  all: readonly T[],
  step: (chunk: readonly T[]) => Promise<readonly T[]>,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): Promise<void> => {
  for (let start = 0; start < all.length; start += size) {
    let left: readonly T[] = all.slice(start, start + size)
    for (let round = 0; left.length > 0; round++) {
      if (round === ROUNDS) throw new Error('The table keeps leaving work undone; try again later')
      if (round > 0) await wait(25 * 2 ** round)
      left = await step(left)
    }
  }
}
