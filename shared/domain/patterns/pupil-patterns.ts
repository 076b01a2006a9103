/** Patterns in one pupil's absences: a weekday, a half of the day, broken weeks, days beside holidays, lateness. */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, isSchoolDay } from '../calendar.ts'
import { type CountedMark, latenessIn } from '../counting/tally.ts'
import type { Marked } from '../reports/facts.ts'
import { addDays, type LocalDate } from '../time.ts'
import { isShare, missed, possibleOf } from './absences.ts'
import { mondayBefore, weekdayOf } from './dates.ts'
import type { Noticed } from './noticed.ts'

type Rule = Policy['reports']['patterns']

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
const SESSIONS = { AM: 'mornings', PM: 'afternoons' } as const

/** The group of marks that is largest, with its name. */
const largest = <K>(marks: readonly CountedMark[], of: (mark: CountedMark) => K): readonly [K, number] | undefined =>
  [...Map.groupBy(marks, of)]
    .map(([name, those]) => [name, those.length] as const)
    .toSorted(([, one], [, other]) => other - one)[0]

const onOneWeekday = ({ key, marks }: Marked, { minimumAbsences, share }: Rule): readonly Noticed[] => {
  const absent = missed(marks)
  const [day, count] = largest(absent, ({ date }) => weekdayOf(date)) ?? [1, 0]
  return absent.length >= minimumAbsences && isShare(count, absent.length, share)
    ? [
        {
          kind: 'weekday',
          pupils: [key],
          count,
          of: absent.length,
          says: `${count} of ${absent.length} sessions missed were on ${DAYS[day - 1]}.`,
        },
      ]
    : []
}

const inOneHalf = ({ key, marks }: Marked, { minimumAbsences, share }: Rule): readonly Noticed[] => {
  const whole = new Set(missed(marks).map(({ date, session }) => `${date} ${session}`))
  // Whole days say nothing of a half of the day.
  const halves = missed(marks).filter(({ date, session }) => !whole.has(`${date} ${session === 'AM' ? 'PM' : 'AM'}`))
  const [session, count] = largest(halves, (mark) => mark.session) ?? ['AM' as const, 0]
  return count >= minimumAbsences && isShare(count, whole.size, share)
    ? [
        {
          kind: 'session',
          pupils: [key],
          count,
          of: whole.size,
          says: `${count} of ${whole.size} sessions missed were ${SESSIONS[session]} of days otherwise attended.`,
        },
      ]
    : []
}

const inBrokenWeeks = ({ key, marks }: Marked, { brokenWeeks }: Rule): readonly Noticed[] => {
  const weeks = [...Map.groupBy(possibleOf(marks), ({ date }) => mondayBefore(date)).values()]
  const broken = weeks.filter((week) => {
    const absent = missed(week).length
    return absent > 0 && absent < week.length
  })
  return broken.length >= brokenWeeks
    ? [
        {
          kind: 'broken-weeks',
          pupils: [key],
          count: broken.length,
          of: weeks.length,
          says: `${broken.length} of ${weeks.length} weeks were broken: some sessions attended, some missed.`,
        },
      ]
    : []
}

/** More closed days than a weekend. */
const HOLIDAY_DAYS = 3

/** School days that are the last before, or the first after, more closed days than a weekend has. */
export const besideHolidays = (calendar: Calendar, days: readonly LocalDate[]): ReadonlySet<LocalDate> => {
  const closed = (date: LocalDate, step: 1 | -1): number => {
    let count = 0
    while (count <= HOLIDAY_DAYS && !isSchoolDay(calendar, addDays(date, step * (count + 1)))) count++
    return count
  }
  return new Set(days.filter((day) => closed(day, 1) >= HOLIDAY_DAYS || closed(day, -1) >= HOLIDAY_DAYS))
}

const atHolidays = (
  { key, marks }: Marked,
  { minimumAbsences, share }: Rule,
  beside: ReadonlySet<LocalDate>,
): readonly Noticed[] => {
  const absent = missed(marks)
  const count = absent.filter(({ date }) => beside.has(date)).length
  return absent.length >= minimumAbsences && isShare(count, absent.length, share)
    ? [
        {
          kind: 'beside-holidays',
          pupils: [key],
          count,
          of: absent.length,
          says: `${count} of ${absent.length} sessions missed were on the last day before or the first after a holiday.`,
        },
      ]
    : []
}

const late = ({ key, marks }: Marked, lateEvery: number): readonly Noticed[] => {
  const { beforeClose, afterClose, minutes } = latenessIn(marks)
  const count = beforeClose + afterClose
  return count >= lateEvery
    ? [
        {
          kind: 'lateness',
          pupils: [key],
          count,
          of: possibleOf(marks).length,
          says: `Late ${count} times, ${afterClose} of them after the register had closed: ${minutes} minutes lost, as far as they were written down.`,
        },
      ]
    : []
}

/** Every pattern in one pupil's marks. `beside` are the school days next to holidays. */
export const patternsOf = (
  marked: Marked,
  policy: Pick<Policy, 'reports' | 'thresholds'>,
  beside: ReadonlySet<LocalDate>,
): readonly Noticed[] => {
  const rule = policy.reports.patterns
  return [
    ...onOneWeekday(marked, rule),
    ...inOneHalf(marked, rule),
    ...inBrokenWeeks(marked, rule),
    ...atHolidays(marked, rule, beside),
    ...late(marked, policy.thresholds.lateEvery),
  ]
}
