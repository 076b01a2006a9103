/**
 * What a table for readers outside the school's staff leaves out, so that no child can be recognised in it: counts and groups of very few
 * pupils, and as much beside them as keeps anybody from working them out by subtraction.
 * Source: DfE, pupil absence statistics: methodology, 1.9: counts of one or two are not published, nor rates built on them.
 */

/** Few enough to be somebody. None is nobody. */
export const isSmall = (count: number, below: number): boolean => count > 0 && count < below

/**
 * Which of some counts are left out. Their sum is known to the reader, so one alone is never left out: with it goes the smallest of the
 * others, until those left out together are no longer small. Where there is nothing else, all of them go. `also` are left out in any
 * case: rows of which nothing is shown.
 */
export const hiddenCounts = (
  counts: readonly number[],
  below: number,
  also: ReadonlySet<number> = new Set(),
): ReadonlySet<number> => {
  const hidden = new Set([...also, ...counts.flatMap((count, index) => (isSmall(count, below) ? [index] : []))])
  if (hidden.size === 0) return hidden
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .toSorted((one, other) => one.count - other.count)
  const sum = () => [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0)
  for (const { index } of others) {
    if (hidden.size > 1 && !isSmall(sum(), below)) break
    hidden.add(index)
  }
  return hidden
}
