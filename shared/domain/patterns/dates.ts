/** The weekday and the week of a date, each date reckoned once: a school's marks are some ten thousand of a few dates. */
import { type LocalDate, mondayOf, weekday } from '../time.ts'

const remembered = <T>(reckon: (date: LocalDate) => T): ((date: LocalDate) => T) => {
  const known = new Map<LocalDate, T>()
  return (date) => {
    const found = known.get(date)
    if (found !== undefined) return found
    const value = reckon(date)
    known.set(date, value)
    return value
  }
}

export const weekdayOf = remembered(weekday)
export const mondayBefore = remembered(mondayOf)
