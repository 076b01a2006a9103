/** A page of `table.ts`: what is known ahead of a day. Sorted by the last day it speaks of, so that a query from a date on never meets what is over and nothing has to be cleared away. */
import type { LocalDate } from '../../../domain/time.ts'
import { academyPk, type Key, part } from '../table.ts'

const CLOSED_KINDS = ['CLOSURE', 'LATE'] as const
export type ClosedKind = (typeof CLOSED_KINDS)[number]

export const knownAheadPk = (academy: string): string => `${academyPk(academy)}#KNOWN`

export const knownAbsenceKey = (academy: string, until: LocalDate, id: string): Key => ({
  pk: knownAheadPk(academy),
  sk: `${part(until)}#${part(id)}`,
})

/** A closure or late opening beside the absences: whoever takes a register learns of both in one query. */
export const closedAheadKey = (academy: string, kind: ClosedKind, until: LocalDate, id: string): Key => ({
  pk: knownAheadPk(academy),
  sk: `${part(until)}#${kind}#${part(id)}`,
})

/** Which of the two stands under a sort key, or `undefined` for an absence. */
export const closedKindOf = (sk: string): ClosedKind | undefined => {
  const [, kind, id] = sk.split('#')
  return id === undefined ? undefined : CLOSED_KINDS.find((each) => each === kind)
}
