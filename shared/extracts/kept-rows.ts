/** The rows of an extract as they are kept beside it: what a later one is compared with, and whom a rejected row is about. */
import * as z from 'zod'
import type { Row } from '../domain/extracts/extract.ts'
import { extractPath, type StoredExtract } from '../domain/extracts/stored.ts'
import type { Files } from '../ports/files.ts'

const Kept = z.array(
  z.object({ pupil: z.string(), cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
)

export const rowsText = (rows: readonly Row[]): string =>
  JSON.stringify(rows.map(({ pupil, cells }) => ({ pupil, cells })))

/** Throws when they are missing: an extract is listed only once they are there. */
export const keptRows = async (files: Files, academy: string, extract: StoredExtract): Promise<readonly Row[]> => {
  const found = await files.get(extractPath(academy, extract, 'rows'))
  if (found === undefined) throw new Error('The rows of an extract are missing')
  return Kept.parse(JSON.parse(Buffer.from(found).toString('utf8')))
}
