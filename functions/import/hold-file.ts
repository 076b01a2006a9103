/** A file that waits for a person: why, and what it would change, kept for them to look at. */
import { changesNothing, type DifferenceCounts, type Differences } from '../../shared/domain/imports/differences.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { ImportReport } from '../../shared/ports/stores.ts'
import type { ImportRequest } from './go-live.ts'
import { fingerprintOf, keepDifferences } from './keep-differences.ts'
import type { Loss } from './loss.ts'

type Held = Pick<ImportReport, 'state' | 'done' | 'problems' | 'request' | 'differences'>

const confirmAt = ({ academy, importId }: ImportRequest): string =>
  `POST /academies/${academy}/imports/${importId}/confirm`

const ofTheFile = (what: string, remedy: string): FileProblem => ({ line: 0, column: '', what, remedy })

const said = ({ added, changed, removed, kept }: DifferenceCounts): string =>
  `${added} would be added, ${changed} changed and ${removed} removed; ${kept} would not stand.`

/** The file would take much of the school away. */
export const ofLoss = (request: ImportRequest, { had, lost }: Loss): FileProblem =>
  ofTheFile(
    `${lost} of ${had} pupils would ${request.file === 'roll' ? 'no longer be on the roll' : 'be left without a contact'}.`,
    `Export the whole school again; if the file is right, confirm it: ${confirmAt(request)}.`,
  )

/** Somebody asked to see first. */
export const ofPreview = (request: ImportRequest, { counts }: Differences): FileProblem =>
  ofTheFile(said(counts), `Look at the differences; if they are right, confirm them: ${confirmAt(request)}.`)

/** What was confirmed is not what would happen now. */
export const ofMoved = (request: ImportRequest): FileProblem =>
  ofTheFile(
    'What is live has changed since the differences were shown, so nothing was applied.',
    `Look at the differences as they are now, and confirm those: ${confirmAt(request)}.`,
  )

/** Keeps the differences beside the report; a preview of a file that changes nothing waits for nobody. */
export const holdFile = async (
  request: ImportRequest,
  files: Files,
  differences: Differences,
  rows: number,
  why: FileProblem,
): Promise<Held> => {
  const { academy, importId, path, asOf } = request
  const fingerprint = fingerprintOf(differences)
  await keepDifferences(files, academy, importId, fingerprint, differences)
  const shown = { counts: differences.counts, fingerprint }
  if (changesNothing(differences.counts)) return { state: 'live', done: rows, problems: [], differences: shown }
  return { state: 'held', done: 0, problems: [why], request: { path, asOf }, differences: shown }
}
