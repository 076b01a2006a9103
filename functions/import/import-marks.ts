/**
 * Marks of the school's own system into registers, one register at a time: idempotent by content, so that a file may be imported
 * again, or by two at once, or from the start after a crash.
 */
import { joined, type MarksChanged, marksChanged } from '../../shared/counting/annotate-stages.ts'
import type { KnownAbsence } from '../../shared/domain/known-absence.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import { type Instant, minutesBetween } from '../../shared/domain/time.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import { settleMark } from './settle-mark.ts'

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

const NOTHING: MarksChanged = new Map()

/** Answers what changed in a register of a day gone by. */
const importRegister = async (stores: Stores, run: MarksImport, rows: readonly MarkRow[]): Promise<MarksChanged> => {
  const [first] = rows
  if (!first) return NOTHING
  const { date, session, classId } = first
  for (let tried = 0; tried < TRIES; tried++) {
    const current = await stores.register(run.academy, date, session, classId)
    const isOlder = current !== undefined && current.asOf > run.asOf
    const settled = rows.map(
      (row) => [row.pupil, settleMark(row, current?.marks[row.pupil], isOlder, run.knownAbsences)] as const,
    )
    const marks = { ...current?.marks, ...Object.fromEntries(settled) }
    const unchanged = current?.submitted === true && same(marks, current.marks)
    if (unchanged && !isWorthRenewing(run, current)) return NOTHING
    const register: Register = {
      classId,
      date,
      session,
      version: (current?.version ?? 0) + 1,
      submitted: true,
      submittedAt: current?.submittedAt ?? run.asOf,
      asOf: isOlder ? current.asOf : run.asOf,
      marks,
    }
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
      return date < run.today ? marksChanged(current, register) : NOTHING
  }
  throw new Error('A register was being saved by others at every try')
}

/**
 * Registers in batches that are saved at once: never two of one class, because past registers of a class change one count and would be in
 * each other's way.
 */
const batchesOf = (registers: readonly (readonly MarkRow[])[]): readonly (readonly (readonly MarkRow[])[])[] => {
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

/** Imports rows register by register; `done` hears how many rows stand. Answers which marks of days gone by it changed. Throws when the record cannot be reached. */
export const importMarks = async (
  stores: Stores,
  run: MarksImport,
  rows: readonly MarkRow[],
  done: (rows: number) => Promise<void>,
): Promise<MarksChanged> => {
  const registers = [...Map.groupBy(rows, (row) => `${row.date} ${row.session} ${row.classId}`).values()]
  const changed: MarksChanged[] = []
  let count = 0
  for (const [index, batch] of batchesOf(registers).entries()) {
    changed.push(...(await Promise.all(batch.map((register) => importRegister(stores, run, register)))))
    count += batch.reduce((sum, register) => sum + register.length, 0)
    if (index % BATCHES_A_REPORT === BATCHES_A_REPORT - 1) await done(count)
  }
  return joined(changed)
}
