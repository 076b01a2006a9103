/**
 * A file comes in: checked whole, staged beside what is live, made live by one conditional write. Any row that is wrong refuses the file
 * and changes nothing; the report names every such row. Marks go register by register and may be run again.
 */
import type { Policy } from '../../academies/policy.ts'
import type { ImportRequested } from '../../events/import-requested.v1.ts'
import { changesNothing, type Differences } from '../../shared/domain/imports/differences.ts'
import { TOO_LARGE } from '../../shared/domain/imports/file-size.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import { GIVEN_UP } from '../../shared/imports/given-up.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { ImportReport, StagedFile, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { checkFile } from './check-file.ts'
import type { Checked, ImportRequest } from './go-live.ts'
import { holdFile, ofLoss, ofMoved, ofPreview } from './hold-file.ts'
import { fingerprintOf } from './keep-differences.ts'
import { isHeld } from './loss.ts'

export interface ImportPorts {
  readonly stores: Stores
  /** Where files lie, and the differences of those that wait. */
  readonly files: Files
  readonly log: Log
  now(): Instant
  /** Brings the rest of a file to another call, and how long this one may work at it; without it a file is taken in whole. */
  readonly later?: {
    readonly mayGoOn: () => boolean
    send(request: ImportRequested): Promise<void>
  }
}

type ReportPorts = Pick<ImportPorts, 'stores' | 'now'>

/** A report lists this many problems and says how many there are. */
const MOST_PROBLEMS = 500

const listed = (problems: readonly FileProblem[]): ImportReport['problems'] => {
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (shown.length === problems.length) return shown
  const what = `${problems.length - shown.length} more problems are not listed; there are ${problems.length}.`
  return [...shown, { line: 0, column: '', what, remedy: 'Correct these first, then import again.' }]
}

const ofTheFile = (what: string, remedy: string): ImportReport['problems'] => [{ line: 0, column: '', what, remedy }]

type Outcome = Pick<ImportReport, 'state' | 'rows' | 'done' | 'problems' | 'request' | 'mapping' | 'differences'>

const reporter = (request: ImportRequested, ports: ReportPorts, shown?: ImportReport['differences']) => {
  const { academy, importId: id, file, confirmedBy, mapping, preview } = request
  const asked =
    mapping === undefined && preview === undefined
      ? undefined
      : { ...(mapping === undefined ? {} : { mapping }), ...(preview === undefined ? {} : { preview }) }
  const base = {
    id,
    file,
    at: ports.now(),
    ...(confirmedBy ? { confirmedBy } : {}),
    ...(asked ? { asked } : {}),
    ...(shown ? { differences: shown } : {}),
  }
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

/** Whether the file must wait for a person, and why. */
const whyHeld = async (
  request: ImportRequest,
  checked: Checked,
  policy: Policy,
  confirmed: string | undefined,
): Promise<{ readonly differences: Differences; readonly why: FileProblem } | undefined> => {
  const loses = checked.loss && isHeld(checked.loss, policy) ? ofLoss(request, checked.loss) : undefined
  if (request.confirmedBy === undefined) {
    if (loses === undefined && request.preview !== true) return undefined
    const differences = await checked.differences()
    return { differences, why: loses ?? ofPreview(request, differences) }
  }
  if (confirmed === undefined) return undefined
  const differences = await checked.differences()
  return fingerprintOf(differences) === confirmed ? undefined : { differences, why: ofMoved(request) }
}

/** Imports one file and keeps its report. Throws only when the record cannot be reached, so that the queue brings it again. */
export const importFile = async (given: ImportRequest, ports: ImportPorts): Promise<ImportReport> => {
  // An upload brings its bytes alone: what was asked for with its address stands in the report that waits for it.
  const waiting = await ports.stores.importReport(given.academy, given.importId)
  const request = { ...given, ...waiting?.asked }
  const shown = given.confirmedBy === undefined ? undefined : waiting?.differences
  const { academy, file } = request
  const report = reporter(request, ports, shown)
  // Whoever goes on has been read already, and its report says how far it is.
  if (request.goesOn === undefined) await report({ state: 'checking', rows: 0, done: 0, problems: [] })
  const checked = await checkFile(request, ports, ports.now())
  const rows = checked.count
  const by = checked.mapping === undefined ? {} : { mapping: checked.mapping }
  if (checked.problems.length > 0) {
    ports.log.write('IMPORT_REFUSED', { academy, file, problems: checked.problems.length })
    return report({ state: 'refused', rows, done: 0, problems: listed(checked.problems), ...by })
  }
  if (request.goesOn === undefined) await report({ state: 'checking', rows, done: 0, problems: [], ...by })
  const { version } = await policyAt(ports.stores, academy, ports.now())
  // Part of it stands already: what was shown and confirmed was the whole.
  const held = request.goesOn ? undefined : await whyHeld(request, checked, version.policy, shown?.fingerprint)
  if (held) {
    const { lost = 0, had = 0 } = checked.loss ?? {}
    ports.log.write('IMPORT_HELD', { academy, file, lost, had })
    return report({ ...(await holdFile(request, ports.files, held.differences, rows, held.why)), rows, ...by })
  }
  const live = await checked.goLive(
    async (done) => {
      await report({ state: 'checking', rows, done, problems: [], ...by })
    },
    () => ports.later?.mayGoOn() ?? true,
  )
  if (live === 'stale') {
    const problems = ofTheFile(
      'Another import of this file was first.',
      'Import the file again if it is the newer one.',
    )
    return report({ state: 'failed', rows, done: 0, problems })
  }
  if (live.unfinished) {
    const { goesOn, done } = live.unfinished
    const { bytes: _bytes, ...rest } = request
    await ports.later?.send({ ...rest, goesOn })
    return report({ state: 'checking', rows, done, problems: [], ...by })
  }
  ports.log.write('IMPORT_LIVE', { academy, file, rows })
  const problems = listed([...(checked.warnings ?? []), ...(live.kept ?? [])])
  const differences = { ...shown, counts: live.counts }
  const made = await report({ state: 'live', rows, done: rows, problems, differences, ...by })
  if (file !== 'marks' && file !== 'ctf' && !changesNothing(live.counts)) await clearOld(academy, file, ports)
  return made
}

const reportFailed = (
  request: ImportRequested,
  ports: ReportPorts,
  problems: ImportReport['problems'],
): Promise<ImportReport> => reporter(request, ports)({ state: 'failed', rows: 0, done: 0, problems })

/** The file that was to be imported is not where it was put. */
export const reportLost = (request: ImportRequested, ports: ReportPorts): Promise<ImportReport> =>
  reportFailed(request, ports, ofTheFile('The file is not there any more.', 'Import the file again.'))

/** The file is larger than is read at all: nothing of it was loaded. */
export const reportTooLarge = (
  request: ImportRequested,
  ports: ReportPorts & Pick<ImportPorts, 'log'>,
): Promise<ImportReport> => {
  const { academy, file } = request
  ports.log.write('IMPORT_REFUSED', { academy, file, problems: 1 })
  const problems = ofTheFile(TOO_LARGE.what, TOO_LARGE.remedy)
  return reporter(request, ports)({ state: 'refused', rows: 0, done: 0, problems })
}

/** The last try failed, and the request goes to the dead letters. What was live is live still. */
export const reportGivenUp = (request: ImportRequested, ports: ReportPorts): Promise<ImportReport> =>
  reportFailed(request, ports, [GIVEN_UP])
