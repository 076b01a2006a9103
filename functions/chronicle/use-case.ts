import type { StreamedAct } from '../../shared/adapters/dynamodb/stream.ts'
import type { ChronicleEntry } from '../../shared/ports/stores.ts'

/** Acts of the machine about itself. */
const BOOK_KEEPING = ['sweep-ran', 'import-reported']

/**
 * The chronicle entries of an act: one in the history of each pupil it is about, or one in the academy's day when it is about none
 * (a class register with its marks, a brake, a policy).
 */
export const entriesOf = ({ academy, act, id, marks }: StreamedAct): readonly ChronicleEntry[] => {
  const { look: _look, settles: _settles, echo, ...said } = act
  if (echo || BOOK_KEEPING.includes(act.kind)) return []
  const pupils = act.pupils ?? []
  const about = { date: act.at.slice(0, 10) }
  return pupils.length === 0
    ? [{ ...said, ...(marks ? { detail: { ...said.detail, marks } } : {}), id, academy, about }]
    : pupils.map((pupil) => ({ ...said, id, academy, about: { pupil } }))
}
