/** The code of a row of `marks.csv`, as it is to be kept. */
import { CODES, type Code, presentCode, RETIRED_CODES, readCode, type Session } from '../domain/codes.ts'
import type { Mark } from '../domain/register.ts'
import type { Cells } from './cells.ts'

interface Place {
  readonly date: string
  readonly session: Session
  readonly today: string
  readonly isOpen: boolean
}

/** What old codes are kept as: the nearest code of today that counts alike (J was an attendance). */
const RETIRED_AS: Readonly<Record<string, Code>> = { H: 'C', F: 'C', J: 'B', Y: 'Y7' }

const readRetired = (cells: Cells, typed: string, date: string): Pick<Mark, 'code' | 'note'> | undefined => {
  const retired = RETIRED_CODES[typed]
  const code = RETIRED_AS[typed]
  if (retired === undefined || code === undefined) return undefined
  if (date <= retired.until) return { code, note: `recorded as ${typed}` }
  cells.wrong('code', `${typed} ended on ${retired.until}.`, `Use ${retired.instead}.`)
  return undefined
}

/** The mark's code, or `undefined` when it cannot stand (then the row has a problem) or says nothing. */
export const readCodeOf = (cells: Cells, place: Place): Pick<Mark, 'code' | 'note'> | undefined => {
  const typed = (cells.text('code') ?? '').toUpperCase()
  const closed = (): undefined => {
    cells.wrong('date', 'is not a school day.', 'Correct the date, or the calendar.')
  }
  if (RETIRED_CODES[typed]) {
    const retired = readRetired(cells, typed, place.date)
    return retired === undefined || place.isOpen ? retired : closed()
  }
  const code = readCode(typed)
  if (code === undefined) {
    cells.wrong('code', 'is not a national attendance code.', 'Export the statutory mark, not the school’s own.')
    return undefined
  }
  const { only, wholeSchool, beforeRoll } = CODES[code]
  if (beforeRoll && place.date === place.today)
    cells.wrong('code', `${code} is for a child who has not started here.`, 'Export N, or the reason.')
  if (wholeSchool) {
    // A whole-school code on one pupil of an open day would hide a missing child; in history it is what was recorded.
    if (place.isOpen && place.date === place.today)
      cells.wrong('code', `${code} is for everybody at once.`, 'Close the school or correct the calendar instead.')
    return place.isOpen ? { code } : undefined
  }
  if (only !== undefined && only !== place.session)
    cells.wrong(
      'code',
      `${code} is not the present mark of the ${place.session} session.`,
      `Use ${presentCode(place.session)}.`,
    )
  return place.isOpen ? { code } : closed()
}
