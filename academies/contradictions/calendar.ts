import { isLocalDate, type LocalDate, spokenDate, weekday } from '../../shared/domain/time.ts'
import type { Policy } from '../policy.ts'
import { type Check, when } from './check.ts'

const LISTS = ['bankHolidays', 'inset', 'closures'] as const

const everyDate = ({ calendar }: Policy): readonly (readonly [string, LocalDate])[] => [
  ...calendar.terms.flatMap((term, index) => [
    [`calendar.terms.${index}.from`, term.from] as const,
    [`calendar.terms.${index}.until`, term.until] as const,
  ]),
  ...LISTS.flatMap((list) => calendar[list].map((date) => [`calendar.${list}`, date] as const)),
]

export const realDates: Check = (policy) =>
  everyDate(policy).flatMap(([field, date]) =>
    when(!isLocalDate(date), field, `has ${date}, which is no date.`, 'Correct the month or the day.'),
  )

/** Terms follow one another; no day is listed twice. */
export const datesInOrder: Check = ({ calendar }) => [
  ...calendar.terms.flatMap((term, index) => {
    const before = calendar.terms[index - 1]
    return [
      ...when(
        term.until < term.from,
        `calendar.terms.${index}`,
        `${term.name} ends on ${term.until}, before it begins on ${term.from}.`,
        'Correct its dates.',
      ),
      ...when(
        before !== undefined && term.from <= before.until,
        `calendar.terms.${index}`,
        `${term.name} begins on ${term.from}, before ${before?.name} has ended on ${before?.until}.`,
        'List terms in the order of the year, without overlap.',
      ),
    ]
  }),
  ...LISTS.flatMap((list) =>
    calendar[list].flatMap((date, index, dates) =>
      when(dates.indexOf(date) < index, `calendar.${list}`, `lists ${date} twice.`, 'Take one out.'),
    ),
  ),
]

export const termsThere: Check = ({ calendar }) =>
  when(
    calendar.terms.length === 0,
    'calendar.terms',
    'lists no term: every Monday to Friday of the year would be a school day, August included.',
    'List the first and the last day of each half term.',
  )

/** A day for staff only or a planned closure is a day that would otherwise be school. */
export const datesInTerms: Check = ({ calendar }) =>
  (calendar.terms.length === 0 ? [] : (['inset', 'closures'] as const)).flatMap((list) =>
    calendar[list]
      .filter(isLocalDate)
      .flatMap((date) => [
        ...when(
          !calendar.terms.some((term) => term.from <= date && date <= term.until),
          `calendar.${list}`,
          `has ${date}, which is in no term.`,
          'Correct the date, or take it out: school is closed then anyway.',
        ),
        ...when(
          weekday(date) > 5 || calendar.bankHolidays.includes(date),
          `calendar.${list}`,
          `has ${date}, ${spokenDate(date)}, when school is closed anyway.`,
          'Correct the date, or take it out.',
        ),
      ]),
  )
