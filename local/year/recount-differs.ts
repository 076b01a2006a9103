/** Where the counts that the nights keep are not what somebody counts who has nothing but the marks. */
import { byPupil, type ClassTally } from '../../shared/domain/counting/class-tally.ts'
import type { Tally } from '../../shared/domain/counting/tally.ts'
import type { Recounted } from './recount.ts'

const FIELDS = ['possible', 'attended', 'authorised', 'unauthorised', 'late', 'partTime'] as const

const countOf = (counted: Tally | Recounted | undefined, field: (typeof FIELDS)[number]): number =>
  counted?.[field] ?? 0

/** A sentence for every figure of every pupil that is not the same; none when all are. */
export const recountDiffers = (
  tallies: readonly ClassTally[],
  recounted: Readonly<Record<string, Recounted>>,
): readonly string[] => {
  const kept = byPupil(tallies)
  const pupils = [...new Set([...kept.keys(), ...Object.keys(recounted)])].toSorted()
  return pupils.flatMap((pupil) =>
    FIELDS.flatMap((field) => {
      const [is, other] = [countOf(kept.get(pupil), field), countOf(recounted[pupil], field)]
      return is === other ? [] : [`${pupil}: ${field} is ${is} in the record, ${other} counted from the marks`]
    }),
  )
}
