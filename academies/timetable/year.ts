/** The school year in sentences. */
import { type LocalDate, spokenDate } from '../../shared/domain/time.ts'
import type { Policy } from '../policy.ts'
import { listed } from './words.ts'

/** `2 September`, without the weekday. */
const dayMonth = (date: LocalDate): string => spokenDate(date).replace(/^\w+ /, '')

const byYear = (dates: readonly LocalDate[]): string =>
  [...Map.groupBy(dates.toSorted(), (date) => date.slice(0, 4))]
    .map(([year, days]) => `${listed(days.map(dayMonth))} ${year}`)
    .join('; ')

export const schoolYear = ({ calendar }: Policy): readonly string[] => [
  ...calendar.terms.map((term) => `${term.name}: ${spokenDate(term.from)} to ${spokenDate(term.until)}`),
  `Days for staff only: ${calendar.inset.length > 0 ? byYear(calendar.inset) : 'none'}.`,
  `Planned closures: ${calendar.closures.length > 0 ? byYear(calendar.closures) : 'none'}.`,
  `Bank holidays: ${calendar.bankHolidays.length > 0 ? byYear(calendar.bankHolidays) : 'none'}.`,
]
