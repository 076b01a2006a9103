/**
 * A session of a pupil is marked once. Who has moved to another class is exported under the new class, for the days before the move too: such a
 * row speaks of the register that has the pupil's mark, not of a second session.
 * Source: SI 2024/208 regulation 10: one entry for each pupil in each session.
 */
import { entryOf } from '../../shared/domain/one-entry.ts'
import type { Register } from '../../shared/domain/register.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import type { Stores } from '../../shared/ports/stores.ts'

/** Dates read at once. */
const AT_ONCE = 12

/** A row of marks, in the class whose register it is about. */
export interface PlacedRow extends MarkRow {
  /** It was exported under another class, and says nothing of whether the register has been taken. */
  readonly isMoved?: true
}

const placed = (row: MarkRow, registers: readonly Register[]): PlacedRow => {
  const classId = entryOf(registers, row.session, row.pupil, row.classId)?.classId ?? row.classId
  return classId === row.classId ? row : { ...row, classId, isMoved: true }
}

/** The rows, each in the class whose register it is about. One query for each date of the file. */
export const inTheirRegisters = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  rows: readonly MarkRow[],
): Promise<readonly PlacedRow[]> => {
  const dates = [...Map.groupBy(rows, ({ date }) => date)]
  const all: PlacedRow[] = []
  for (let from = 0; from < dates.length; from += AT_ONCE) {
    const some = dates.slice(from, from + AT_ONCE)
    const registers = await Promise.all(some.map(([date]) => stores.registersOn(academy, date)))
    for (const [index, [, ofDate]] of some.entries())
      for (const row of ofDate) all.push(placed(row, registers[index] ?? []))
  }
  return all
}
