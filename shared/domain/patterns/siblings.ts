/** Brothers and sisters who are away at the same sessions: what keeps one from school may keep them all. */
import type { Policy } from '../../../academies/policy.ts'
import type { Marked } from '../reports/facts.ts'
import { isShare, missed } from './absences.ts'
import type { Noticed } from './noticed.ts'

const sessionsMissed = ({ marks }: Marked): ReadonlySet<string> =>
  new Set(missed(marks).map(({ date, session }) => `${date} ${session}`))

/** Children of each adult who has more than one at the school; the same children are one family whoever of its adults is asked. */
const families = (everybody: readonly Marked[]): readonly (readonly Marked[])[] => {
  const byAdult = new Map<string, Marked[]>()
  for (const marked of everybody)
    for (const adult of marked.adults ?? []) byAdult.set(adult, [...(byAdult.get(adult) ?? []), marked])
  const sets = new Map<string, readonly Marked[]>()
  for (const children of byAdult.values()) {
    const id = children
      .map(({ key }) => key)
      .toSorted()
      .join(' ')
    if (children.length > 1) sets.set(id, children)
  }
  return [...sets.values()]
}

/** Families whose children were away together for most of what any one of them missed least. */
export const siblingClusters = (
  everybody: readonly Marked[],
  { minimumAbsences, share }: Policy['reports']['patterns'],
): readonly Noticed[] =>
  families(everybody).flatMap((children): readonly Noticed[] => {
    const sets = children.map(sessionsMissed)
    const fewest = sets.toSorted((one, other) => one.size - other.size)[0] ?? new Set()
    const together = [...fewest].filter((session) => sets.every((each) => each.has(session))).length
    return together >= minimumAbsences && isShare(together, fewest.size, share)
      ? [
          {
            kind: 'siblings',
            pupils: children.map(({ key }) => key),
            count: together,
            of: fewest.size,
            says: `${children.length} children of one family missed the same ${together} sessions.`,
          },
        ]
      : []
  })
