/**
 * A session of a pupil is marked once. Who has moved to another class is exported under the new class, for the days before the move too: such a
 * row speaks of the register that has the pupil's mark, not of a second session.
 * Source: SI 2024/208 regulation 10: one entry for each pupil in each session.
 */
import type { Register } from '../../shared/domain/register.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import type { Stores } from '../../shared/ports/stores.ts'

/** Dates read at once. */
const AT_ONCE = 12

/** The class whose register has the pupil's mark of the session: the row's own where that has it, else another, else the row's. */
const whereMarked = (row: MarkRow, registers: readonly Register[]): string => {
  const marked = registers.filter(({ session, marks }) => session === row.session && marks[row.pupil] !== undefined)
  const isOwn = marked.some(({ classId }) => classId === row.classId)
  return isOwn ? row.classId : (marked[0]?.classId ?? row.classId)
}

/** The rows, each in the class whose register it is about. One query for each date of the file. */
export const inTheirRegisters = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  rows: readonly MarkRow[],
): Promise<readonly MarkRow[]> => {
  const dates = [...Map.groupBy(rows, ({ date }) => date)]
  const placed: MarkRow[] = []
  for (let from = 0; from < dates.length; from += AT_ONCE) {
    const some = dates.slice(from, from + AT_ONCE)
    const registers = await Promise.all(some.map(([date]) => stores.registersOn(academy, date)))
    for (const [index, [, ofDate]] of some.entries())
      for (const row of ofDate) placed.push({ ...row, classId: whereMarked(row, registers[index] ?? []) })
  }
  return placed
}
