/**
 * Marks of the school's own system into registers, one register at a time: idempotent by content, so that a file may be imported
 * again, or by two at once, or from the start after a crash.
 */
import type { GoesOn } from '../../events/import-requested.v1.ts'
import { amendedIn } from '../../shared/counting/annotate-stages.ts'
import { type Amended, earliestOf } from '../../shared/domain/counting/amended.ts'
import {
  addCounts,
  type Difference,
  type DifferenceCounts,
  type Differences,
  NO_COUNTS,
} from '../../shared/domain/imports/differences.ts'
import type { KnownAbsence } from '../../shared/domain/known-absence.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import { type Instant, minutesBetween } from '../../shared/domain/time.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import { nextRegister } from './next-register.ts'
import { countsOf, markDifferences, type Settled, settleRegister, whyKept } from './settle-register.ts'
import type { PlacedRow } from './where-marked.ts'

export interface MarksImport {
  readonly academy: string
  readonly importId: string
  /** The time of the facts in the file. */
  readonly asOf: Instant
  readonly now: Instant
  readonly today: string
  readonly knownAbsences: readonly KnownAbsence[]
  /** Minutes after which today's register, unchanged in the file, is kept again with the file's time. Absent: never. */
  readonly renewAfterMinutes?: number
  /** What a change to this register of today must set going; nothing for earlier days. */
  mustLook(date: string, session: Register['session']): boolean
}

const TRIES = 8
const AT_ONCE = 12
/** Progress is reported after every so many batches: 480 registers at most. */
const BATCHES_A_REPORT = 40

const same = (one: Readonly<Record<string, Mark>>, other: Readonly<Record<string, Mark>>): boolean => {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

/** An unchanged register is as fresh as the file that says so again: texts are not sent upon old data. */
const isWorthRenewing = (run: MarksImport, current: Register): boolean =>
  run.renewAfterMinutes !== undefined &&
  current.date === run.today &&
  minutesBetween(current.asOf, run.asOf) >= run.renewAfterMinutes

const changesOf = (marks: Register['marks'], current: Register | undefined) =>
  Object.entries(current?.marks ?? {}).flatMap(([pupil, was]) => {
    const now = marks[pupil]
    return now !== undefined && now.code !== was.code ? [{ pupil, was: was.code, now: now.code }] : []
  })

/** How the rows of one register were settled, and whose marks of a day gone by that amended. */
interface Imported {
  readonly settled: Settled
  readonly amended: Amended
}

const NOTHING: Settled = { isOlder: false, rows: [], marks: {} }
const NOBODY: Amended = {}

/** Saves one register. */
const importRegister = async (stores: Stores, run: MarksImport, rows: readonly PlacedRow[]): Promise<Imported> => {
  const [first] = rows
  if (!first) return { settled: NOTHING, amended: NOBODY }
  const { date, session, classId } = first
  for (let tried = 0; tried < TRIES; tried++) {
    const current = await stores.register(run.academy, date, session, classId)
    const settled = settleRegister(rows, current, run)
    const next = await nextRegister(stores, run, rows, current, settled)
    const { marks } = next
    const unchanged = current !== undefined && current.submitted === next.submitted && same(marks, current.marks)
    const isFresher = next.asOf !== current?.asOf
    if (unchanged && !(isFresher && isWorthRenewing(run, current))) return { settled, amended: NOBODY }
    const register: Register = { classId, date, session, ...next }
    const changes = changesOf(marks, current)
    const act: Act = {
      at: run.now,
      by: 'import',
      kind: unchanged ? 'marks-confirmed' : 'marks-imported',
      detail: {
        class: classId,
        session,
        date,
        import: run.importId,
        rows: rows.length,
        ...(changes.length > 0 ? { changes } : {}),
      },
      ...(run.mustLook(date, session) ? { look: true as const } : {}),
    }
    if ((await stores.saveRegister(run.academy, register, current?.version ?? 0, act)) === 'saved')
      return { settled, amended: date < run.today ? amendedIn(current, register) : NOBODY }
  }
  throw new Error('A register was being saved by others at every try')
}

/**
 * Registers in batches that are saved at once: never two of one class, because past registers of a class change one count and would be in
 * each other's way.
 */
const batchesOf = (registers: readonly (readonly PlacedRow[])[]): readonly (readonly (readonly PlacedRow[])[])[] => {
  const ofClasses = [...Map.groupBy(registers, ([first]) => first?.classId).values()]
  const longest = Math.max(0, ...ofClasses.map(({ length }) => length))
  return Array.from({ length: longest }, (_, round) =>
    ofClasses.flatMap((ofClass) => ofClass.slice(round, round + 1)),
  ).flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / AT_ONCE) }, (_, part) =>
      round.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
    ),
  )
}

const registersOf = (rows: readonly PlacedRow[]): readonly (readonly PlacedRow[])[] => [
  ...Map.groupBy(rows, (row) => `${row.date} ${row.session} ${row.classId}`).values(),
]

/** So many rows that were kept are named in a report. */
const MOST_KEPT = 100

export interface ImportedMarks {
  readonly counts: DifferenceCounts
  /** Rows of the file that do not stand, by line. */
  readonly kept: readonly FileProblem[]
  /** Time was over between two registers: whoever goes on begins there. */
  readonly unfinished?: { readonly goesOn: GoesOn; readonly done: number }
  /** Whose marks of days gone by count otherwise now. */
  readonly amended: Amended
}

/** Where in the file an earlier call has stopped; its beginning where the file now falls into other batches, for a roll has come in between. */
const beginning = (goesOn: GoesOn | undefined, batches: number): GoesOn =>
  goesOn?.of === batches ? goesOn : { after: 0, of: batches, counts: NO_COUNTS, kept: [] }

const rowsIn = (batches: readonly (readonly (readonly PlacedRow[])[])[]): number =>
  batches.reduce((sum, batch) => sum + batch.reduce((rows, register) => rows + register.length, 0), 0)

/**
 * Imports rows register by register; `done` hears how many rows stand. Stops between two registers when it may not go on, and says where.
 * Throws when the record cannot be reached.
 */
export const importMarks = async (
  stores: Stores,
  run: MarksImport,
  rows: readonly PlacedRow[],
  done: (rows: number) => Promise<void>,
  { goesOn, mayGoOn = () => true }: { readonly goesOn?: GoesOn | undefined; readonly mayGoOn?: () => boolean } = {},
): Promise<ImportedMarks> => {
  const batches = batchesOf(registersOf(rows))
  const begin = beginning(goesOn, batches.length)
  let count = rowsIn(batches.slice(0, begin.after))
  let counts: DifferenceCounts = begin.counts
  const kept: FileProblem[] = [...begin.kept]
  let amended = NOBODY
  for (const [index, batch] of batches.entries()) {
    if (index < begin.after) continue
    if (index > begin.after && !mayGoOn()) {
      const stopped = { after: index, of: batches.length, counts, kept }
      return { counts, kept, amended, unfinished: { goesOn: stopped, done: count } }
    }
    const imported = await Promise.all(batch.map((each) => importRegister(stores, run, each)))
    amended = earliestOf([amended, ...imported.map((each) => each.amended)])
    for (const { settled } of imported) {
      counts = addCounts(counts, countsOf(settled.rows))
      for (const each of settled.rows)
        if (each.kind === 'kept' && kept.length < MOST_KEPT)
          kept.push({ line: each.row.line, column: 'code', what: 'does not stand.', remedy: whyKept(settled, each) })
    }
    count += rowsIn([batch])
    if (index % BATCHES_A_REPORT === BATCHES_A_REPORT - 1) await done(count)
  }
  return { counts, kept: kept.toSorted((one, other) => one.line - other.line), amended }
}

/** What the rows would change, register by register; nothing is written. */
export const compareMarks = async (
  stores: Stores,
  run: Pick<MarksImport, 'academy' | 'asOf' | 'knownAbsences'>,
  rows: readonly PlacedRow[],
  idOf: (key: string) => string,
): Promise<Differences> => {
  const registers = registersOf(rows)
  const differences: Difference[] = []
  let counts = NO_COUNTS
  for (let from = 0; from < registers.length; from += AT_ONCE) {
    const compared = await Promise.all(
      registers.slice(from, from + AT_ONCE).map(async (ofRegister) => {
        const [first] = ofRegister
        if (!first) return NOTHING
        const current = await stores.register(run.academy, first.date, first.session, first.classId)
        return settleRegister(ofRegister, current, run)
      }),
    )
    for (const settled of compared) {
      counts = addCounts(counts, countsOf(settled.rows))
      differences.push(...markDifferences(settled, idOf))
    }
  }
  return { counts, rows: differences }
}
