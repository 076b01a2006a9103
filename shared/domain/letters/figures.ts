/** How a letter says numbers: from whole sessions, never from a rounded rate. */
import { CODES } from '../codes.ts'
import { perCent } from '../counting/rate.ts'
import type { AttendanceFigures, LetterOrder, MissedSession } from './letter.ts'

export const missedOf = (figures: AttendanceFigures): number => figures.authorised + figures.unauthorised

/**
 * Per cent attended as every page says it, to one decimal place. Where that would be a whole per cent that was not reached, the second
 * decimal is said too: 341 of 379 is "89.97%" in a letter about falling below 90%, and "90.0" in a table: one figure, and no contradiction.
 * `possible` must be over 0.
 */
export const spokenPercent = ({ attended, possible }: Pick<AttendanceFigures, 'attended' | 'possible'>): string => {
  const shown = perCent(attended, possible)
  if (shown === null) throw new RangeError('A rate of no sessions is no rate')
  const isReached = attended * 100 >= possible * Number.parseInt(shown, 10)
  if (isReached || !shown.endsWith('.0')) return `${shown}%`
  const hundredths = Math.floor((attended * 10_000) / possible)
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`
}

export const spokenSessions = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`

/** Two sessions are a day: "half a day", "1 day", "11 and a half days". */
export const spokenDays = (sessions: number): string => {
  const whole = Math.floor(sessions / 2)
  if (sessions % 2 === 1) return whole === 0 ? 'half a day' : `${whole} and a half days`
  return `${whole} ${whole === 1 ? 'day' : 'days'}`
}

/**
 * At least `share` per cent of what was missed is authorised illness or a medical appointment.
 * Source: statutory guidance, to support and not to warn a family whose child is ill.
 */
export const isMostlyIllness = (missed: readonly MissedSession[], share: number): boolean =>
  missed.length > 0 && missed.filter(({ code }) => code === 'I' || code === 'M').length * 100 >= missed.length * share

/** What is wrong with an order's numbers, or `undefined`. A table that does not add up to the figures above it is never printed. */
export const wrongFigures = ({ figures, missed }: LetterOrder): string | undefined => {
  const counts = [figures.possible, figures.attended, figures.authorised, figures.unauthorised]
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return 'A count is not a whole number.'
  if (figures.possible === 0) return 'There was no session to attend.'
  if (figures.possible !== figures.attended + missedOf(figures)) return 'Attended and missed do not make possible.'
  const places = new Set(missed.map(({ date, session }) => `${date} ${session}`))
  if (places.size !== missed.length) return 'A session is listed twice.'
  if (missed.some(({ date }) => date < figures.from || date > figures.until)) return 'A session is out of the dates.'
  const of = (category: string) => missed.filter(({ code }) => CODES[code].category === category).length
  if (of('authorised') !== figures.authorised || of('unauthorised') !== figures.unauthorised)
    return 'The sessions listed are not those counted.'
  return undefined
}
