/**
 * A file comes in: checked whole, staged beside what is live, made live by one conditional write. Any row that is wrong refuses the file
 * and changes nothing; the report names every such row. Marks go register by register and may be run again.
 */
import type { ImportRequested } from '../../events/import-requested.v1.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import { GIVEN_UP } from '../../shared/imports/given-up.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { ImportReport, StagedFile, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { checkFile, type ImportRequest } from './check-file.ts'
import { isHeld } from './loss.ts'

export interface ImportPorts {
  readonly stores: Stores
  readonly log: Log
  now(): Instant
}

/** A report lists this many problems and says how many there are. */
const MOST_PROBLEMS = 500

const listed = (problems: readonly FileProblem[]): ImportReport['problems'] => {
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (shown.length === problems.length) return shown
  const what = `${problems.length - shown.length} more problems are not listed; there are ${problems.length}.`
  return [...shown, { line: 0, column: '', what, remedy: 'Correct these first, then import again.' }]
}

const ofTheFile = (what: string, remedy: string): ImportReport['problems'] => [{ line: 0, column: '', what, remedy }]

type Outcome = Pick<ImportReport, 'state' | 'rows' | 'done' | 'problems' | 'request' | 'mapping'>

const reporter = (request: ImportRequested, ports: ImportPorts) => {
  const { academy, importId: id, file, confirmedBy, mapping } = request
  const asked = mapping === undefined ? undefined : { mapping }
  const base = { id, file, at: ports.now(), ...(confirmedBy ? { confirmedBy } : {}), ...(asked ? { asked } : {}) }
  return async (outcome: Outcome): Promise<ImportReport> => {
    const report = { ...base, ...outcome }
    await ports.stores.putImport(academy, report)
    return report
  }
}

/** What went out of use is taken away. The file is live whether or not that succeeds; the next import clears what this one left. */
const clearOld = async (academy: string, file: StagedFile['file'], { stores, log }: ImportPorts): Promise<void> => {
  try {
    await stores.roll.clearOld(academy, file)
  } catch {
    log.write('OLD_FILES_LEFT', { academy, file })
  }
}

/** An upload brings its bytes alone: what was asked for with its address stands in the report that waits for it. */
const asAsked = async (request: ImportRequest, stores: Stores): Promise<ImportRequest> => {
  const waiting = await stores.importReport(request.academy, request.importId)
  return { ...request, ...waiting?.asked }
}

/** Imports one file and keeps its report. Throws only when the record cannot be reached, so that the queue brings it again. */
export const importFile = async (given: ImportRequest, ports: ImportPorts): Promise<ImportReport> => {
  const request = await asAsked(given, ports.stores)
  const { academy, file } = request
  const report = reporter(request, ports)
  await report({ state: 'checking', rows: 0, done: 0, problems: [] })
  const checked = await checkFile(request, ports.stores, ports.now())
  const rows = checked.count
  const by = checked.mapping === undefined ? {} : { mapping: checked.mapping }
  if (checked.problems.length > 0) {
    ports.log.write('IMPORT_REFUSED', { academy, file, problems: checked.problems.length })
    return report({ state: 'refused', rows, done: 0, problems: listed(checked.problems), ...by })
  }
  const { version } = await policyAt(ports.stores, academy, ports.now())
  if (checked.loss && request.confirmedBy === undefined && isHeld(checked.loss, version.policy)) {
    const { had, lost } = checked.loss
    ports.log.write('IMPORT_HELD', { academy, file, lost, had })
    const what = `${lost} of ${had} pupils would ${file === 'roll' ? 'no longer be on the roll' : 'be left without a contact'}.`
    const remedy = `Export the whole school again; if the file is right, confirm it: POST /academies/${academy}/imports/${request.importId}/confirm.`
    const { path, asOf } = request
    return report({ state: 'held', rows, done: 0, problems: ofTheFile(what, remedy), request: { path, asOf }, ...by })
  }
  const live = await checked.goLive(async (done) => {
    await report({ state: 'checking', rows, done, problems: [] })
  })
  if (live === 'stale') {
    const problems = ofTheFile(
      'Another import of this file was first.',
      'Import the file again if it is the newer one.',
    )
    return report({ state: 'failed', rows, done: 0, problems })
  }
  ports.log.write('IMPORT_LIVE', { academy, file, rows })
  const made = await report({ state: 'live', rows, done: rows, problems: listed(checked.warnings ?? []), ...by })
  if (file !== 'marks') await clearOld(academy, file, ports)
  return made
}

const reportFailed = (
  request: ImportRequested,
  ports: ImportPorts,
  problems: ImportReport['problems'],
): Promise<ImportReport> => reporter(request, ports)({ state: 'failed', rows: 0, done: 0, problems })

/** The file that was to be imported is not where it was put. */
export const reportLost = (request: ImportRequested, ports: ImportPorts): Promise<ImportReport> =>
  reportFailed(request, ports, ofTheFile('The file is not there any more.', 'Import the file again.'))

/** The last try failed, and the request goes to the dead letters. What was live is live still. */
export const reportGivenUp = (request: ImportRequested, ports: ImportPorts): Promise<ImportReport> =>
  reportFailed(request, ports, [GIVEN_UP])
