/**
 * Where the exchange with a school's own system stands from one night to the next: up to when marks were brought, and on which night every
 * agreed code was written. What failed for nights on end is made up for by the first that does not.
 */
import type * as z from 'zod'
import { instant, localDate } from '../../events/values.ts'
import { type Calendar, isSchoolDay } from '../domain/calendar.ts'
import { addDays, type Instant, instantOf, type LocalDate } from '../domain/time.ts'
import type { Files } from '../ports/files.ts'

/** So many school days are made up for: two weeks of a large school are one answer that the import takes. */
const MOST_SCHOOL_DAYS = 10

/** A calendar without a school day ends the search: longer than a summer. */
const MOST_DAYS = 90

/** Days whose agreed codes every night writes: most reasons are known by then. */
const ALWAYS_WRITTEN_DAYS = 7

type Kept = Pick<Files, 'get' | 'put'>

const pathOf = (academy: string, what: 'marks-until' | 'written-on'): string => `imports/${academy}/exchange/${what}`

const read = async <S extends z.ZodType>(path: string, schema: S, files: Kept): Promise<z.output<S> | undefined> => {
  const bytes = await files.get(path)
  return bytes && schema.parse(Buffer.from(bytes).toString('utf8'))
}

/** Marks that changed before this were brought. Written only by whoever asked for all that changed since the one before. */
export const marksUntil = (academy: string, files: Kept): Promise<Instant | undefined> =>
  read(pathOf(academy, 'marks-until'), instant, files)
export const keepMarksUntil = (academy: string, until: Instant, files: Kept): Promise<void> =>
  files.put(pathOf(academy, 'marks-until'), until, 'text/plain')

/** The night on which nothing of what it had to write was left. */
export const writtenOn = (academy: string, files: Kept): Promise<LocalDate | undefined> =>
  read(pathOf(academy, 'written-on'), localDate, files)
export const keepWrittenOn = (academy: string, night: LocalDate, files: Kept): Promise<void> =>
  files.put(pathOf(academy, 'written-on'), night, 'text/plain')

/** The earliest day that a night makes up for. */
const bound = (night: LocalDate, calendar: Calendar): LocalDate => {
  let date = night
  for (let days = 0, back = 1; back <= MOST_DAYS && days < MOST_SCHOOL_DAYS; back++) {
    date = addDays(night, -back)
    if (isSchoolDay(calendar, date)) days++
  }
  return date
}

export interface MarksAsked {
  readonly since: Instant
  /** Marks changed that are too long ago to be asked for: up to this day. */
  readonly lostBefore?: LocalDate
}

/** From when on a night asks for marks: the day before, or where the last answer was, if that is longer ago. */
export const marksAsked = (
  night: LocalDate,
  until: Instant | undefined,
  calendar: Calendar,
  zone: string,
): MarksAsked => {
  const yesterday = instantOf(addDays(night, -1), '00:00', zone)
  if (until === undefined || until >= yesterday) return { since: yesterday }
  const earliest = bound(night, calendar)
  const since = instantOf(earliest, '00:00', zone)
  return until >= since ? { since: until } : { since, lostBefore: earliest }
}

/** The school days whose agreed codes a night writes, the latest first: of the last week, and of the weeks in which not all was written. */
export const datesToWrite = (
  night: LocalDate,
  written: LocalDate | undefined,
  calendar: Calendar,
): readonly LocalDate[] => {
  const week = addDays(night, -ALWAYS_WRITTEN_DAYS)
  const asLast = addDays(written ?? night, -ALWAYS_WRITTEN_DAYS)
  const [earliest = week] = [week, asLast < bound(night, calendar) ? bound(night, calendar) : asLast].toSorted()
  const dates: LocalDate[] = []
  for (let date = addDays(night, -1); date >= earliest; date = addDays(date, -1))
    if (isSchoolDay(calendar, date)) dates.push(date)
  return dates
}
