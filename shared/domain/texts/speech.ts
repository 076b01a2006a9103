/** How a language says names together, a date, a session and a time. */
import type { Session } from '../codes.ts'
import { type LocalDate, type LocalTime, spokenDate, spokenTime, weekday } from '../time.ts'
import { spokenNames } from '../wording.ts'
import type { Language } from './languages.ts'
import { type Direction, isolated } from './plain-value.ts'

export interface Speech {
  readonly direction: Direction
  /** Between two of several, with its spaces. */
  readonly comma: string
  names(names: readonly string[]): string
  date(date: LocalDate): string
  session(session: Session): string
  time(time: LocalTime): string
}

export const ENGLISH_SPEECH: Speech = {
  direction: 'ltr',
  comma: ', ',
  names: (names) => spokenNames(names.map((name) => isolated(name, 'ltr'))),
  date: spokenDate,
  session: (session) => (session === 'AM' ? 'morning' : 'afternoon'),
  time: spokenTime,
}

/** A clock time on the 24-hour clock, as the languages around us write it: `9:40`. */
const clock24 = (time: LocalTime): string => time.replace(/^0/, '')

/** The speech of a translated language, by the words of the policy. */
export const speechOf = ({ direction, speech }: Language): Speech => ({
  direction,
  comma: speech.comma,
  names: (names) => {
    const said = names.map((name) => isolated(name, direction))
    const last = said.at(-1) ?? ''
    return said.length < 2 ? last : `${said.slice(0, -1).join(speech.comma)}${speech.and}${last}`
  },
  date: (date) =>
    speech.date
      .replaceAll('{weekday}', speech.weekdays[weekday(date) - 1] ?? '')
      .replaceAll('{day}', String(Number(date.slice(8, 10))))
      .replaceAll('{month}', speech.months[Number(date.slice(5, 7)) - 1] ?? ''),
  session: (session) => speech.sessions[session],
  time: clock24,
})
