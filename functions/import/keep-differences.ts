/** Differences are kept as files, page by page, for whoever is to confirm them; their fingerprint tells whether they still hold. */
import { createHash } from 'node:crypto'
import { DIFFERENCE_KINDS, type Differences } from '../../shared/domain/imports/differences.ts'
import { DIFFERENCES_A_FILE, differencesPath } from '../../shared/imports/differences-path.ts'
import type { Files } from '../../shared/ports/files.ts'

/** Two lists of differences have one fingerprint when they are the same rows in the same order. */
export const fingerprintOf = ({ rows }: Differences): string => {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
  return hash.digest('hex').slice(0, 32)
}

export const keepDifferences = async (
  files: Files,
  academy: string,
  importId: string,
  fingerprint: string,
  { rows }: Differences,
): Promise<void> => {
  for (const kind of DIFFERENCE_KINDS) {
    const ofKind = rows.filter((row) => row.kind === kind)
    for (let from = 0; from < ofKind.length; from += DIFFERENCES_A_FILE) {
      const page = differencesPath({ academy, importId, fingerprint, kind, from })
      await files.put(page, JSON.stringify(ofKind.slice(from, from + DIFFERENCES_A_FILE)), 'application/json')
    }
  }
}
