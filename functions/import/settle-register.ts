/** What rows of one register would change of it: each mark added, changed, kept or as it was. */
import {
  type Difference,
  type DifferenceCounts,
  type DifferenceKind,
  NO_COUNTS,
} from '../../shared/domain/imports/differences.ts'
import type { KnownAbsence } from '../../shared/domain/known-absence.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import { isBetterKnown, settleMark } from './settle-mark.ts'

interface Facts {
  /** The time of the facts in the file. */
  readonly asOf: Instant
  readonly knownAbsences: readonly KnownAbsence[]
}

export interface SettledRow {
  readonly row: MarkRow
  readonly was: Mark | undefined
  readonly now: Mark
  readonly kind: DifferenceKind | 'unchanged'
}

export interface Settled {
  /** The register holds newer facts than the file. */
  readonly isOlder: boolean
  readonly rows: readonly SettledRow[]
  readonly marks: Register['marks']
}

const saysTheSame = (one: Mark, other: Mark): boolean =>
  one.code === other.code && (one.minutesLate === other.minutesLate || other.minutesLate === undefined)

const kindOf = (row: MarkRow, was: Mark | undefined, now: Mark): SettledRow['kind'] => {
  if (was === undefined) return saysTheSame(now, row.mark) ? 'added' : 'kept'
  if (now.code !== was.code || now.minutesLate !== was.minutesLate || now.note !== was.note) return 'changed'
  return saysTheSame(was, row.mark) ? 'unchanged' : 'kept'
}

/** What somebody here gave since is newer than the file, although the rest of the register is not: it keeps the time of its own facts. */
const isGivenSince = (was: Mark | undefined, current: Register | undefined, { asOf }: Facts): boolean =>
  was !== undefined && isBetterKnown(was) && current?.amendedAt !== undefined && current.amendedAt > asOf

/** Settles every row of one register with what stands there. */
export const settleRegister = (rows: readonly MarkRow[], current: Register | undefined, facts: Facts): Settled => {
  const isOlder = current !== undefined && current.asOf > facts.asOf
  const settled = rows.map((row): SettledRow => {
    const was = current?.marks[row.pupil]
    const now = settleMark(row, was, isOlder || isGivenSince(was, current, facts), facts.knownAbsences)
    return { row, was, now, kind: kindOf(row, was, now) }
  })
  return {
    isOlder,
    rows: settled,
    marks: { ...current?.marks, ...Object.fromEntries(settled.map(({ row, now }) => [row.pupil, now])) },
  }
}

export const countsOf = (rows: readonly SettledRow[]): DifferenceCounts => {
  const counts = { ...NO_COUNTS }
  for (const { kind } of rows) counts[kind]++
  return counts
}

/** Why a mark of the file does not stand. */
export const whyKept = ({ isOlder }: Pick<Settled, 'isOlder'>, { was }: Pick<SettledRow, 'was'>): string =>
  isOlder && was !== undefined
    ? 'What stands is newer than the file.'
    : 'Firstbell knows better: an arrival, the office or a known absence.'

const shown = ({ code, minutesLate }: Mark): string => (minutesLate === undefined ? code : `${code} ${minutesLate}`)

/** The rows that say something else than what stands, to be shown. `idOf` gives the pupil id of a key. */
export const markDifferences = (settled: Settled, idOf: (key: string) => string): readonly Difference[] =>
  settled.rows.flatMap((each): readonly Difference[] => {
    const { row, was, now, kind } = each
    if (kind === 'unchanged') return []
    const said = kind === 'kept' ? row.mark : now
    const fields = {
      code: { ...(was === undefined ? {} : { was: shown(was) }), now: shown(said) },
      ...(said.note === was?.note
        ? {}
        : { comment: { ...(was?.note ? { was: was.note } : {}), ...(said.note ? { now: said.note } : {}) } }),
    }
    return [
      {
        kind,
        of: `${idOf(row.pupil)} ${row.date} ${row.session}`,
        line: row.line,
        fields,
        ...(kind === 'kept' ? { because: whyKept(settled, each) } : {}),
      },
    ]
  })
