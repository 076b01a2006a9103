/** `calendar.csv`: the dates a school lists; all others are school days if Monday to Friday. */
import type { DayKind } from '../domain/calendar.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'

const KINDS: readonly DayKind[] = ['school', 'inset', 'holiday', 'closure']

export interface ListedDate {
  readonly date: string
  readonly kind: DayKind
  readonly note?: string
}

export const parseCalendar = (bytes: Uint8Array): ParsedFile<ListedDate> => {
  const seen = new Map<string, number>()
  return parseFile(bytes, ['date', 'kind'], (cells): ListedDate => {
    const date = cells.requiredDate('date')
    if (seen.has(date)) cells.wrong('date', `is also on line ${seen.get(date)}.`, 'List each date once.')
    seen.set(date, cells.line)
    const note = cells.text('note')
    return { date, kind: cells.oneOf('kind', KINDS) ?? 'school', ...(note === undefined ? {} : { note }) }
  })
}
