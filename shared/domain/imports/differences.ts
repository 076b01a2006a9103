/** What a file would change of what is live, for a person to see before it is applied. */

export type Fields = Readonly<Record<string, string>>

/** `kept`: the file says otherwise, and what stands is newer or better known. */
export const DIFFERENCE_KINDS = ['added', 'changed', 'removed', 'kept'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export interface Difference {
  readonly kind: DifferenceKind
  /** What it is about, in the words of the file: `P001`, `P001 c1`, `P001 2026-01-12 AM`. */
  readonly of: string
  /** The line of the file; absent for what the file does not name. */
  readonly line?: number
  readonly fields: Readonly<Record<string, { readonly was?: string; readonly now?: string }>>
  /** Why what stands is kept. */
  readonly because?: string
}

export type DifferenceCounts = Readonly<Record<DifferenceKind | 'unchanged', number>>

export interface Differences {
  readonly counts: DifferenceCounts
  readonly rows: readonly Difference[]
}

export const NO_COUNTS: DifferenceCounts = { added: 0, changed: 0, removed: 0, kept: 0, unchanged: 0 }

/** The file changes nothing of what is live. */
export const changesNothing = ({ added, changed, removed }: DifferenceCounts): boolean =>
  added + changed + removed === 0

export const addCounts = (one: DifferenceCounts, other: DifferenceCounts): DifferenceCounts => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  removed: one.removed + other.removed,
  kept: one.kept + other.kept,
  unchanged: one.unchanged + other.unchanged,
})

const fieldsOf = (was: Fields, now: Fields): Difference['fields'] => {
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])]
  return Object.fromEntries(
    names
      .filter((name) => was[name] !== now[name])
      .map((name) => [
        name,
        {
          ...(was[name] === undefined ? {} : { was: was[name] }),
          ...(now[name] === undefined ? {} : { now: now[name] }),
        },
      ]),
  )
}

/** Compares all that is live with all that a file says, both by what each thing is called; in order of those names. */
export const differencesBetween = (
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
): Differences => {
  const rows: Difference[] = []
  let unchanged = 0
  for (const of of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const was = before.get(of)
    const now = after.get(of)
    const fields = fieldsOf(was ?? {}, now ?? {})
    if (was === undefined) rows.push({ kind: 'added', of, fields })
    else if (now === undefined) rows.push({ kind: 'removed', of, fields })
    else if (Object.keys(fields).length > 0) rows.push({ kind: 'changed', of, fields })
    else unchanged++
  }
  const count = (kind: DifferenceKind): number => rows.filter((row) => row.kind === kind).length
  return {
    counts: { added: count('added'), changed: count('changed'), removed: count('removed'), kept: 0, unchanged },
    rows,
  }
}
