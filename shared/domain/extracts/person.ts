/** Who a row is about: a pupil of the live roll, one who has left it as they were then, or one of whom only a return is known. */
import type { PupilKey } from '../people.ts'
import type { Cell, ExtractFacts } from './extract.ts'

interface Person {
  readonly upn: Cell
  readonly surname: Cell
  readonly forename: Cell
  readonly dateOfBirth: string
  readonly yearGroup: string
  readonly admitted: string
  readonly left?: string
}

/** `undefined` for a key of which nothing is known any more. */
export const personOf = (
  { pupils, leavers, returns }: Pick<ExtractFacts, 'pupils' | 'leavers' | 'returns'>,
  key: PupilKey,
): Person | undefined => {
  const pupil = pupils[key] ?? leavers[key]
  if (pupil) return { ...pupil, upn: pupil.upn ?? null }
  const child = returns.findLast((each) => each.pupil === key)?.child
  return child && { ...child, upn: child.upn ?? null, surname: child.name, forename: null }
}

/** The cells by which a recipient knows the school. */
export const schoolCells = ({ academy, authority, urn }: ExtractFacts) => ({ academy, authority, urn })

/** The cells by which a recipient who may know the child knows the child. */
export const nameCells = ({ upn, surname, forename }: Person) => ({ upn, surname, forename })

export type { Person }
