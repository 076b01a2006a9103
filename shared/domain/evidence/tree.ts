/**
 * A tree of hashes over the histories sealed on one day. One of them can be proven to be in it by a dozen hashes that say nothing of the
 * others. Each node is the hash of a word and what is under it, so that no leaf can be taken for a node (as in RFC 6962).
 */
import type { Sha256 } from './entry.ts'

export type Side = 'left' | 'right'
/** The hashes that stand beside the way from a leaf to the root, from the bottom up. */
export type Way = readonly { readonly side: Side; readonly hash: string }[]

const leafHash = (leaf: string, sha256: Sha256): string => sha256(`leaf:${leaf}`)
const nodeHash = (left: string, right: string, sha256: Sha256): string => sha256(`node:${left}${right}`)

/** The row above: pairs are joined, one that is left over goes up as it is. */
const above = (row: readonly string[], sha256: Sha256): readonly string[] =>
  row.flatMap((left, index) => {
    if (index % 2 === 1) return []
    const right = row[index + 1]
    return [right === undefined ? left : nodeHash(left, right, sha256)]
  })

/** The root over the leaves in their order; over none it is the hash of nothing. */
export const rootOf = (leaves: readonly string[], sha256: Sha256): string => {
  let row = leaves.map((leaf) => leafHash(leaf, sha256))
  while (row.length > 1) row = [...above(row, sha256)]
  return row[0] ?? sha256('')
}

/** The way from the leaf at a place to the root. Throws RangeError when there is no such leaf. */
export const wayFrom = (leaves: readonly string[], place: number, sha256: Sha256): Way => {
  if (leaves[place] === undefined) throw new RangeError('There is no leaf at that place')
  const way: { side: Side; hash: string }[] = []
  let row = leaves.map((leaf) => leafHash(leaf, sha256))
  for (let at = place; row.length > 1; at = Math.floor(at / 2)) {
    const isLeft = at % 2 === 0
    const beside = row[isLeft ? at + 1 : at - 1]
    if (beside !== undefined) way.push({ side: isLeft ? 'right' : 'left', hash: beside })
    row = [...above(row, sha256)]
  }
  return way
}

/** The root that a leaf leads to along a way. */
export const rootAlong = (leaf: string, way: Way, sha256: Sha256): string =>
  way.reduce(
    (hash, beside) =>
      beside.side === 'left' ? nodeHash(beside.hash, hash, sha256) : nodeHash(hash, beside.hash, sha256),
    leafHash(leaf, sha256),
  )
