/**
 * Marks of the school's own system into registers: idempotent by content, never older over newer, never N over what an arrival, the
 * office or a known absence says.
 */
import type { KnownAbsence } from '../../shared/domain/known.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'

export interface MarksImport {
  readonly academy: string
  readonly importId: string
  /** The time of the facts in the file. */
  readonly asOf: Instant
  readonly now: Instant
  readonly knownAbsences: readonly KnownAbsence[]
  /** What a change to this register of today must set going; nothing for earlier days. */
  mustLook(date: string, session: Register['session']): boolean
}

const TRIES = 5
const AT_ONCE = 12

const BETTER_KNOWN: readonly Mark['source'][] = ['known', 'arrival', 'office']

const isAbsentUnexplained = (mark: Mark): boolean => mark.code === 'N' || mark.code === 'O'

const settle = (incoming: MarkRow, was: Mark | undefined, current: Register | undefined, run: MarksImport): Mark => {
  const known = run.knownAbsences.find(
    (absence) =>
      absence.pupil === incoming.pupil &&
      absence.from <= incoming.date &&
      incoming.date <= absence.until &&
      absence.sessions.includes(incoming.session),
  )
  if (was !== undefined && current !== undefined && current.asOf > run.asOf) return was
  if (isAbsentUnexplained(incoming.mark)) {
    if (was !== undefined && BETTER_KNOWN.includes(was.source)) return was
    if (known) return { code: known.code, source: 'known' }
  }
  return was?.code === incoming.mark.code && was.minutesLate === incoming.mark.minutesLate ? was : incoming.mark
}

const same = (one: Readonly<Record<string, Mark>>, other: Readonly<Record<string, Mark>>): boolean => {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

const importRegister = async (stores: Stores, run: MarksImport, rows: readonly MarkRow[]): Promise<void> => {
  const [first] = rows
  if (!first) return
  const { date, session, classId } = first
  for (let tried = 0; tried < TRIES; tried++) {
    const current = await stores.register(run.academy, date, session, classId)
    const marks = {
      ...current?.marks,
      ...Object.fromEntries(rows.map((row) => [row.pupil, settle(row, current?.marks[row.pupil], current, run)])),
    }
    if (current?.submitted && same(marks, current.marks)) return
    const asOf = current !== undefined && current.asOf > run.asOf ? current.asOf : run.asOf
    const register: Register = {
      classId,
      date,
      session,
      version: (current?.version ?? 0) + 1,
      submitted: true,
      submittedAt: current?.submittedAt ?? run.asOf,
      asOf,
      marks,
    }
    const act: Act = {
      at: run.now,
      by: 'import',
      kind: 'marks-imported',
      detail: { class: classId, session, date, import: run.importId, rows: rows.length },
      ...(run.mustLook(date, session) ? { look: true as const } : {}),
    }
    if ((await stores.saveRegister(run.academy, register, current?.version ?? 0, act)) === 'saved') return
  }
  throw new Error('A register was being saved by others at every try')
}

/** Imports rows register by register; `done` hears how many rows stand. Safe to run again from the start. */
export const importMarks = async (
  stores: Stores,
  run: MarksImport,
  rows: readonly MarkRow[],
  done: (rows: number) => Promise<void>,
): Promise<void> => {
  const registers = [...Map.groupBy(rows, (row) => `${row.date} ${row.session} ${row.classId}`).values()]
  let count = 0
  for (let from = 0; from < registers.length; from += AT_ONCE) {
    const batch = registers.slice(from, from + AT_ONCE)
    await Promise.all(batch.map((register) => importRegister(stores, run, register)))
    count += batch.reduce((sum, register) => sum + register.length, 0)
    if ((from / AT_ONCE) % 50 === 49) await done(count)
  }
}
