/**
 * A file comes in: checked whole, staged beside what is live, made live by one conditional write. Any row that is wrong refuses the file
 * and changes nothing; the report names every such row. Marks go register by register and may be run again.
 */
import type { ImportRequested } from '../../events/import-requested.v1.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { localDate } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import { parseCalendar } from '../../shared/imports/calendar-file.ts'
import { parseContacts } from '../../shared/imports/contacts.ts'
import { parseMarks } from '../../shared/imports/marks.ts'
import { parseAgencies, parseStaff } from '../../shared/imports/people-files.ts'
import { parseRoll } from '../../shared/imports/roll.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Act, ImportReport, StagedFile, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { keysOf, previousIds, readDayContext, readEntries } from './context.ts'
import { importMarks } from './import-marks.ts'

export interface ImportPorts {
  readonly stores: Stores
  readonly log: Log
  now(): Instant
}

type Request = Omit<ImportRequested, 'path'> & { readonly bytes: Uint8Array }

/** A report lists this many problems and says how many there are. */
const MOST_PROBLEMS = 500

interface Checked {
  readonly count: number
  readonly problems: readonly FileProblem[]
  readonly warnings?: readonly FileProblem[]
  /** Makes the file live; answers `stale` when another import of the same file won meanwhile. */
  goLive(report: (done: number) => Promise<void>): Promise<'live' | 'stale'>
}

const grouped = <T>(
  rows: readonly { readonly pupil: string; readonly value: T }[],
): Readonly<Record<string, readonly T[]>> =>
  Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.pupil)].map(([pupil, each]) => [pupil, each.map((row) => row.value)]),
  )

/** Stages a generation and makes it live. */
const swap = async (
  request: Request,
  ports: ImportPorts,
  staged: StagedFile,
  act: Act,
  classes?: Parameters<Stores['roll']['goLive']>[4],
): Promise<'live' | 'stale'> => {
  const { academy } = request
  const from = (await ports.stores.roll.live(academy)).generations[staged.file]
  await ports.stores.roll.stage(academy, from + 1, staged)
  return ports.stores.roll.goLive(academy, staged.file, from, from + 1, classes, act)
}

const check = async (request: Request, ports: ImportPorts): Promise<Checked> => {
  const { stores } = ports
  const { academy, bytes } = request
  const now = ports.now()
  const act: Act = {
    at: now,
    by: 'import',
    kind: 'file-imported',
    detail: { file: request.file, import: request.importId },
  }
  if (request.file === 'staff') {
    const file = parseStaff(bytes)
    return { ...file, goLive: () => swap(request, ports, { file: 'staff', staff: file.rows }, act) }
  }
  if (request.file === 'calendar') {
    const file = parseCalendar(bytes)
    const dates = Object.fromEntries(file.rows.map(({ date, ...rest }) => [date, rest]))
    return { ...file, goLive: () => swap(request, ports, { file: 'calendar', dates }, { ...act, look: true }) }
  }
  const entries = await readEntries(stores, academy)
  const { generations } = await stores.roll.live(academy)
  if (request.file === 'roll') {
    const { version } = await policyAt(stores, academy, now)
    const previousKeys = Object.fromEntries(keysOf(entries))
    const file = parseRoll(bytes, {
      today: localDate(now, version.policy.zone),
      previousKeys,
      generation: generations.roll + 1,
    })
    return { ...file, goLive: () => swap(request, ports, { file: 'roll', pupils: file.rows }, act, file.classes) }
  }
  if (request.file === 'contacts') {
    const file = parseContacts(bytes, {
      keys: keysOf(entries),
      previousIds: await previousIds(stores, academy, entries),
      generation: generations.contacts + 1,
    })
    const byPupil = grouped(file.rows.map(({ pupil, contact }) => ({ pupil, value: contact })))
    return { ...file, goLive: () => swap(request, ports, { file: 'contacts', byPupil }, act) }
  }
  if (request.file === 'agencies') {
    const file = parseAgencies(bytes, keysOf(entries))
    const byPupil = grouped(file.rows.map(({ pupil, agency }) => ({ pupil, value: agency })))
    return { ...file, goLive: () => swap(request, ports, { file: 'agencies', byPupil }, act) }
  }
  const day = await readDayContext(stores, academy, now, entries)
  const file = parseMarks(bytes, day)
  return {
    ...file,
    goLive: async (report) => {
      const knownAbsences = await stores.knownAbsences(academy, day.today)
      await importMarks(
        stores,
        { academy, importId: request.importId, asOf: request.asOf, now, knownAbsences, mustLook: day.mustLook },
        file.rows,
        report,
      )
      return 'live'
    },
  }
}

const asReported = ({ line, column, what, remedy }: FileProblem) => ({ line, column, what, remedy })

const listed = (problems: readonly FileProblem[]): ImportReport['problems'] => {
  const shown = problems.slice(0, MOST_PROBLEMS).map(asReported)
  const more = problems.length - shown.length
  return more === 0
    ? shown
    : [
        ...shown,
        {
          line: 0,
          column: '',
          what: `${more} more problems are not listed.`,
          remedy: 'Correct these first, then import again.',
        },
      ]
}

/** Imports one file and keeps its report. Throws only when the record cannot be reached, so that the queue brings it again. */
export const importFile = async (request: Request, ports: ImportPorts): Promise<ImportReport> => {
  const { academy, importId: id, file } = request
  const base = { id, file, at: ports.now() }
  const report = async (rest: Pick<ImportReport, 'state' | 'rows' | 'done' | 'problems'>): Promise<ImportReport> => {
    const whole = { ...base, ...rest }
    await ports.stores.putImport(academy, whole)
    return whole
  }
  await report({ state: 'checking', rows: 0, done: 0, problems: [] })
  const checked = await check(request, ports)
  const rows = checked.count
  if (checked.problems.length > 0) {
    ports.log.write('IMPORT_REFUSED', { academy, file, problems: checked.problems.length })
    return report({ state: 'refused', rows, done: 0, problems: listed(checked.problems) })
  }
  const live = await checked.goLive(async (done) => {
    await report({ state: 'checking', rows, done, problems: [] })
  })
  if (live === 'stale') {
    const problem = {
      line: 0,
      column: '',
      what: 'Another import of this file finished first.',
      remedy: 'Import the file again if it is the newer one.',
    }
    return report({ state: 'failed', rows, done: 0, problems: [problem] })
  }
  ports.log.write('IMPORT_LIVE', { academy, file, rows })
  return report({ state: 'live', rows, done: rows, problems: listed(checked.warnings ?? []) })
}
