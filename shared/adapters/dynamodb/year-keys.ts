/**
 * Keys of a school year. Beside `table.ts`, and like it the only place that knows them.
 *
 * | to find or write                      | pk                            | sk             | cost            |
 * |---------------------------------------|-------------------------------|----------------|-----------------|
 * | the year's counts of every class      | A#<academy>#YEAR#<first date> | T#…            | 1 query         |
 * |   of a class · of those who left it   |                               | T#<class> · T#<class>#past | 1 write a night |
 * | every pupil's stage · of one           |                               | S#… · S#<pupil> | 1 query · 1 read |
 * | absences that the law counts, by date  | A#<academy>#ABSENCES          | <date>         | 1 query, 1 write a night |
 * | dates of long ago with changed marks   | A#<academy>#LATE               | <date>         | 1 query |
 * | penalty records of pupils · of one     | A#<academy>#PENALTY           | <pupil>        | 1 query · 1 read |
 * | returns to the authority of a year     | A#<academy>#RETURNS#<first date> | <return>    | 1 query |
 */
import type { PupilKey } from '../../domain/people.ts'
import type { LocalDate } from '../../domain/time.ts'
import { academyPk, type Key, part } from './table.ts'

/** A school year by its first date. */
export const yearPk = (academy: string, year: LocalDate): string => `${academyPk(academy)}#YEAR#${part(year)}`

export const TALLY_PREFIX = 'T#'
/** Ends the sort key of those who left a class; no class is named so, because a class's slug holds no `#`. */
export const PAST = '#past'

export const tallyKey = (academy: string, year: LocalDate, classId: string, which: 'now' | 'past'): Key => ({
  pk: yearPk(academy, year),
  sk: `${TALLY_PREFIX}${part(classId)}${which === 'past' ? PAST : ''}`,
})

export const STAGE_PREFIX = 'S#'

export const stageKey = (academy: string, year: LocalDate, pupil: PupilKey): Key => ({
  pk: yearPk(academy, year),
  sk: `${STAGE_PREFIX}${part(pupil)}`,
})

/** Across school years: ten school weeks do not end with a summer. */
export const absenceDaysPk = (academy: string): string => `${academyPk(academy)}#ABSENCES`
export const absenceDayKey = (academy: string, date: LocalDate): Key => ({ pk: absenceDaysPk(academy), sk: part(date) })

/** Across school years as well: an extract of last summer can be wrong since today. */
export const lateChangesPk = (academy: string): string => `${academyPk(academy)}#LATE`
export const lateChangeKey = (academy: string, date: LocalDate): Key => ({ pk: lateChangesPk(academy), sk: part(date) })

export const penaltyPk = (academy: string): string => `${academyPk(academy)}#PENALTY`
export const penaltyKey = (academy: string, pupil: PupilKey): Key => ({ pk: penaltyPk(academy), sk: part(pupil) })

export const returnsPk = (academy: string, year: LocalDate): string => `${academyPk(academy)}#RETURNS#${part(year)}`
export const returnKey = (academy: string, year: LocalDate, id: string): Key => ({
  pk: returnsPk(academy, year),
  sk: part(id),
})
