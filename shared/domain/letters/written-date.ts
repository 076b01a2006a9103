import { type LocalDate, spokenDate } from '../time.ts'

/** A date as a letter writes it, with its year: `Monday 12 January 2026`. */
export const writtenDate = (date: LocalDate): string => `${spokenDate(date)} ${date.slice(0, 4)}`

/** The same without the weekday: `12 January 2026`. */
export const shortDate = (date: LocalDate): string => writtenDate(date).replace(/^\w+ /, '')
