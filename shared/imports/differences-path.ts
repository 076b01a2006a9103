/** Where the differences of an import lie: some thousand rows a file, by kind. */
import type { DifferenceKind } from '../domain/imports/differences.ts'

export const DIFFERENCES_A_FILE = 2000

/** The file that holds the row at a place; `from` is that place, counted from 0 within its kind. */
export const differencesPath = (place: {
  readonly academy: string
  readonly importId: string
  readonly fingerprint: string
  readonly kind: DifferenceKind
  readonly from: number
}): string => {
  const { academy, importId, fingerprint, kind, from } = place
  return `differences/${academy}/${importId}/${fingerprint}/${kind}-${Math.floor(from / DIFFERENCES_A_FILE)}.json`
}
