/** EventBridge's schedule expressions, in the zone of the school. */
import {
  addDays,
  addMinutes,
  type Instant,
  instantOf,
  localDate,
  localTime,
  weekday,
  type Zone,
} from '../shared/domain/time.ts'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const readField = (field: string, from: number, until: number, names: readonly string[] = []): readonly number[] => {
  const refuse = (): never => {
    throw new Error(`The local stack cannot read "${field}" in a cron expression.`)
  }
  const one = (text: string): number => {
    const named = names.indexOf(text.toUpperCase())
    const value = named >= 0 ? named + from : Number(text)
    return Number.isInteger(value) && value >= from && value <= until ? value : refuse()
  }
  return field.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/')
    const [first, last] =
      range === '*' || range === '?'
        ? [from, until]
        : range.includes('-')
          ? range.split('-').map(one)
          : [one(range), step ? until : one(range)]
    if (first === undefined || last === undefined) return refuse()
    const every = step === undefined ? 1 : Number(step)
    if (!(every > 0)) return refuse()
    return Array.from(
      { length: Math.max(0, Math.floor((last - first) / every) + 1) },
      (_, index) => first + index * every,
    )
  })
}

const readCron = (expression: string) => {
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] = expression
    .trim()
    .split(/\s+/)
  const minutes = readField(minute, 0, 59)
  const times = readField(hour, 0, 23).flatMap((h) =>
    minutes.map((m) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
  )
  const monthDays = readField(dayOfMonth, 1, 31)
  const months = readField(month, 1, 12, MONTHS)
  const weekdays = readField(dayOfWeek, 1, 7, DAYS)
  const years = readField(year, 1970, 2199)
  return {
    times: times.toSorted(),
    on: (date: string): boolean =>
      years.includes(Number(date.slice(0, 4))) &&
      months.includes(Number(date.slice(5, 7))) &&
      monthDays.includes(Number(date.slice(8, 10))) &&
      weekdays.includes((weekday(date) % 7) + 1),
  }
}

const DAYS_AHEAD = 366 * 5

/** Reads a cron: a local time that the spring change skips does not fire, a doubled one fires once. */
const cronAfter = (expression: string, zone: Zone) => {
  const { times, on } = readCron(expression)
  return (after: Instant): Instant | undefined => {
    const today = localDate(after, zone)
    for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      const date = addDays(today, ahead)
      if (!on(date)) continue
      for (const time of times) {
        const at = instantOf(date, time, zone)
        if (at > after && localTime(at, zone) === time) return at
      }
    }
    return undefined
  }
}

const RATE_MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 }

/**
 * Gives the next instant of a schedule expression after another, or `undefined` when there is none.
 * Throws naming what it cannot read: `L`, `W` and `#` in a cron.
 */
export const nextTime = (expression: string, zone: Zone): ((after: Instant) => Instant | undefined) => {
  const [, kind, inner = ''] = /^(cron|rate|at)\((.+)\)$/.exec(expression) ?? []
  if (kind === 'cron') return cronAfter(inner, zone)
  if (kind === 'rate') {
    const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? []
    const every = Number(count) * (RATE_MINUTES[unit] ?? Number.NaN)
    if (!(every > 0)) throw new Error(`The local stack cannot read the rate "${inner}".`)
    return (after) => addMinutes(after, every)
  }
  if (kind === 'at') {
    const [date = '', time = ''] = inner.split('T')
    const at = instantOf(date, time.slice(0, 5), zone)
    return (after) => (at > after ? at : undefined)
  }
  throw new Error(`"${expression}" is no schedule: cron(...), rate(...) or at(...).`)
}
