/** The spans that reports are about, by the school's own calendar: weeks with school in them, half terms, terms. */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, isSchoolDay, schoolWeeks } from '../calendar.ts'
import type { Span } from '../counting/window.ts'
import { addDays, type LocalDate, mondayOf } from '../time.ts'

type Half = Policy['calendar']['terms'][number]

/** The week of a date, Monday to Sunday, up to that date. */
export const weekOf = (date: LocalDate): Span => ({ from: mondayOf(date), until: date })

/** So many school weeks that end with the week of a date, and as many before them. Each runs from its first Monday. */
export const weeksBefore = (
  calendar: Calendar,
  year: Span,
  count: number,
): { readonly now: Span; readonly before: Span } | undefined => {
  const weeks = schoolWeeks(calendar, year.from, year.until)
  const [first, middle] = [weeks.at(-2 * count), weeks.at(-count)]
  if (first === undefined || middle === undefined || weeks.length < 2 * count) return undefined
  return { before: { from: first, until: addDays(middle, -1) }, now: { from: middle, until: year.until } }
}

/** The half term that a date is in or, between two, the last that is over. */
export const halfTermAt = (terms: readonly Half[], date: LocalDate): Half | undefined =>
  terms.findLast(({ from }) => from <= date)

/** A term's name is a half term's without its number: `Autumn 2 2025` is half of `Autumn 2025`. */
export const termName = ({ name }: Pick<Half, 'name'>): string =>
  name
    .split(' ')
    .filter((word) => !/^[1-9]$/.test(word))
    .join(' ')

/** The term that a date is in: all half terms of the same name, from the first day of the first to the last day of the last. */
export const termAt = (terms: readonly Half[], date: LocalDate): (Span & { readonly name: string }) | undefined => {
  const half = halfTermAt(terms, date)
  if (half === undefined) return undefined
  const name = termName(half)
  const halves = terms.filter((each) => termName(each) === name)
  return { name, from: halves[0]?.from ?? half.from, until: halves.at(-1)?.until ?? half.until }
}

/** School days of a span, the last included. */
export const schoolDaysIn = (calendar: Calendar, { from, until }: Span): readonly LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) days.push(day)
  return days
}
