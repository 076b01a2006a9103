/** How a letter says numbers: from whole sessions, never from a rounded rate. */
import { CODES } from '../codes.ts'
import type { AttendanceFigures, LetterOrder, MissedSession } from './letter.ts'

export const missedOf = (figures: AttendanceFigures): number => figures.authorised + figures.unauthorised

/**
 * Per cent attended to one decimal place, half up, but never said higher than a whole per cent that was not reached: 1,799 of 2,000
 * is "89.9%" in a letter about falling below 90%, although it rounds to 90.0. `possible` must be over 0.
 */
export const spokenPercent = ({ attended, possible }: Pick<AttendanceFigures, 'attended' | 'possible'>): string => {
  if (possible <= 0) throw new RangeError('A rate of no sessions is no rate')
  const tenths = Math.floor((attended * 2000 + possible) / (possible * 2))
  const cut = Math.floor((attended * 1000) / possible)
  const said = tenths % 10 === 0 && cut < tenths ? cut : tenths
  return `${Math.floor(said / 10)}.${said % 10}%`
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
