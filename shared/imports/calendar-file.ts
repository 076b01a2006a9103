/** `calendar.csv`: the dates a school lists; all others are school days if Monday to Friday. */
import type { DayKind } from '../domain/calendar.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import type { SchoolFile } from './school-file.ts'

const KINDS: readonly DayKind[] = ['school', 'inset', 'holiday', 'closure']

/** Some years of days; all are kept in one piece. */
const MOST_DATES = 1500

export interface ListedDate {
  readonly date: string
  readonly kind: DayKind
  readonly note?: string
}

export const parseCalendar = (given: SchoolFile): ParsedFile<ListedDate> => {
  const seen = new Map<string, number>()
  return parseFile('calendar', given, (cells): ListedDate => {
    const date = cells.requiredDate('date')
    if (date !== '' && seen.has(date)) cells.wrong('date', `is also on line ${seen.get(date)}.`, 'List each date once.')
    seen.set(date, cells.line)
    if (seen.size === MOST_DATES + 1)
      cells.wrong('date', `is one of more than ${MOST_DATES} dates.`, 'List this school year and the ones beside it.')
    const note = cells.text('note', 100)
    return { date, kind: cells.oneOf('kind', KINDS) ?? 'school', ...(note === undefined ? {} : { note }) }
  })
}
