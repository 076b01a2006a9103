/**
 * A year's marks say what was known in the end. On the morning some reasons were not known yet: those marks are N until the family has
 * answered, and the reason is entered later that day.
 */
import { chanceOf } from '../../shared/rehearsal/chance.ts'
import type { MarkRow } from '../day/read-marks.ts'
import { csvText } from '../sample/csv-text.ts'

export const COLUMNS = ['date', 'session', 'class', 'pupilId', 'code', 'minutesLate', 'comment']

/** Reasons that families give on the day. */
const GIVEN_ON_THE_DAY = ['I', 'M']

const withCode = (row: MarkRow, code: string): MarkRow => {
  const cells = { ...row, code, minutesLate: row.minutesLate?.toString() ?? '', comment: row.comment ?? '' }
  const [, raw = ''] = csvText(COLUMNS, [cells]).split('\r\n')
  return { ...row, code, raw }
}

export interface Morning {
  /** What the registers say when they are handed in. */
  readonly handedIn: readonly MarkRow[]
  /** Rows of which the reason comes later. */
  readonly later: readonly MarkRow[]
}

/** `share`: per cent of the mornings with such a reason on which nobody had given it yet. */
export const hideReasons = (rows: readonly MarkRow[], share: number, seed: number): Morning => {
  const isHidden = (row: MarkRow) =>
    row.session === 'AM' && GIVEN_ON_THE_DAY.includes(row.code) && chanceOf(seed, row.pupilId, row.date) < share
  return {
    handedIn: rows.map((row) => withCode(row, isHidden(row) ? 'N' : row.code)),
    later: rows.filter(isHidden).map((row) => withCode(row, row.code)),
  }
}
