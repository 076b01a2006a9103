/** A year of marks as registers have always shown them: a week a line, a morning and an afternoon a day. */
import type * as z from 'zod'
import type { PupilAttendanceAnswer } from '../../events/api/pupils.ts'
import { addDays, mondayOf } from '../../shared/domain/time.ts'
import { wordFor } from '../teacher/marks.ts'

export type SessionShown = z.output<typeof PupilAttendanceAnswer>['sessions'][number]

export interface DayShown {
  readonly date: string
  readonly AM?: SessionShown
  readonly PM?: SessionShown
}

export interface WeekShown {
  /** The Monday. */
  readonly from: string
  /** Monday to Friday, and whatever other day has a mark. */
  readonly days: readonly DayShown[]
}

/** Weeks with any session in them, the first first. */
export const weeksOf = (sessions: readonly SessionShown[]): readonly WeekShown[] => {
  const weeks = Map.groupBy(sessions, ({ date }) => mondayOf(date))
  return [...weeks]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([from, inWeek]) => ({
      from,
      days: [0, 1, 2, 3, 4].map((offset) => {
        const date = addDays(from, offset)
        const of = (session: 'AM' | 'PM') => inWeek.find((each) => each.date === date && each.session === session)
        const AM = of('AM')
        const PM = of('PM')
        return { date, ...(AM ? { AM } : {}), ...(PM ? { PM } : {}) }
      }),
    }))
}

/** A day as it is heard: "morning Present, afternoon Illness". */
export const dayInWords = ({ AM, PM }: DayShown): string => {
  if (!AM && !PM) return 'no school'
  const said = (mark: SessionShown | undefined): string => (mark ? wordFor(mark.code) : 'no school')
  return `morning ${said(AM)}, afternoon ${said(PM)}`
}
