/** Compulsory school age, by date of birth and not by year group. Source: Education Act 1996 section 8. */
import type { LocalDate } from './time.ts'

/** The date from which a child is of compulsory school age: 31 December, 31 March or 31 August on or after the fifth birthday. */
export const compulsoryFrom = (dateOfBirth: LocalDate): LocalDate => {
  const fifth = `${Number(dateOfBirth.slice(0, 4)) + 5}${dateOfBirth.slice(4)}`
  const year = fifth.slice(0, 4)
  return [`${year}-03-31`, `${year}-08-31`, `${year}-12-31`].find((term) => fifth <= term) ?? `${year}-12-31`
}

/** The last date of compulsory school age: the last Friday of June in the school year in which the pupil turns 16. */
export const compulsoryUntil = (dateOfBirth: LocalDate): LocalDate => {
  const turns16 = Number(dateOfBirth.slice(0, 4)) + 16
  const year = dateOfBirth.slice(5) >= '09-01' ? turns16 + 1 : turns16
  const lastOfJune = new Date(Date.UTC(year, 5, 30))
  const back = (lastOfJune.getUTCDay() + 2) % 7
  return `${year}-06-${30 - back}`
}

/** True on a date from `compulsoryFrom` to `compulsoryUntil`, both included. */
export const isCompulsoryAge = (dateOfBirth: LocalDate, date: LocalDate): boolean =>
  compulsoryFrom(dateOfBirth) <= date && date <= compulsoryUntil(dateOfBirth)

/** Age in whole years on 31 August before the school year that a date is in: what the Department's statistics go by, never the law. */
export const statisticalAge = (dateOfBirth: LocalDate, date: LocalDate): number => {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0)
  const hadBirthday = dateOfBirth.slice(5) <= '08-31'
  return year - Number(dateOfBirth.slice(0, 4)) - (hadBirthday ? 0 : 1)
}

/** In the Department's headline absence figures: 5 to 15 by `statisticalAge`. Source: DfE, pupil absence statistics: methodology, 1.4. */
export const isStatisticalAge = (dateOfBirth: LocalDate, date: LocalDate): boolean => {
  const age = statisticalAge(dateOfBirth, date)
  return age >= 5 && age <= 15
}
