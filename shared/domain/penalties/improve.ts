/**
 * The time a notice to improve gives. Each night it is held against the marks: too many unauthorised sessions are a breach at once, and the
 * end without them is an improvement. Neither is said while an N could still change it.
 */

import { CODES } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'
import type { LocalDate } from '../time.ts'

export interface ImprovementWindow {
  /** The decision that gave it. */
  readonly decision: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly mostUnauthorised: number
  readonly state: 'running' | 'breached' | 'improved' | 'withdrawn'
  /** The night's last date counted when it ended. */
  readonly endedOn?: LocalDate
  /** Marks were amended since, and by them it would have ended otherwise: what was told stays, and a person looks before anything follows. */
  readonly corrected?: Corrected
}

export interface Corrected {
  /** `open`: neither can be said, because its time is not over or an N could change it. */
  readonly is: 'breached' | 'improved' | 'open'
  readonly unauthorised: number
  /** The night's last date counted when the marks first said so. */
  readonly on: LocalDate
}

/** Sessions of the window that count against it, and those that may yet turn out to be reasons. */
export interface WindowCount {
  readonly unauthorised: number
  readonly unresolved: number
}

export const windowCount = (
  { from, until }: Pick<ImprovementWindow, 'from' | 'until'>,
  marks: readonly CountedMark[],
): WindowCount => {
  const within = marks.filter(({ date, code }) => from <= date && date <= until && CODES[code].penalty)
  const unresolved = within.filter(({ code }) => code === 'N').length
  return { unauthorised: within.length - unresolved, unresolved }
}

/** How the window stands at the end of a date, by these marks alone. */
const verdict = (window: ImprovementWindow, marks: readonly CountedMark[], through: LocalDate): Corrected['is'] => {
  const { unauthorised, unresolved } = windowCount(window, marks)
  if (unauthorised > window.mostUnauthorised) return 'breached'
  return through >= window.until && unauthorised + unresolved <= window.mostUnauthorised ? 'improved' : 'open'
}

/** The window at the end of a date. One that has ended stays as it ended. */
export const afterDate = (
  window: ImprovementWindow,
  marks: readonly CountedMark[],
  through: LocalDate,
): ImprovementWindow => {
  if (window.state !== 'running') return window
  const is = verdict(window, marks, through)
  return is === 'open' ? window : { ...window, state: is, endedOn: through }
}

/**
 * A window that has ended, held against the marks as they are now: as it was told, with a note beside it where they say otherwise, and without
 * one where they say it again. The marks are all those of the window; where not all of them were read it stays as it is.
 */
export const judgedAgain = (
  window: ImprovementWindow,
  marks: readonly CountedMark[],
  through: LocalDate,
  firstRead: LocalDate | undefined,
): ImprovementWindow => {
  if (window.state !== 'breached' && window.state !== 'improved') return window
  if (firstRead === undefined || window.from < firstRead) return window
  const { corrected: was, ...told } = window
  const is = verdict(window, marks, through)
  const { unauthorised } = windowCount(window, marks)
  if (is === window.state) return was ? told : window
  if (was?.is === is && was.unauthorised === unauthorised) return window
  return { ...told, corrected: { is, unauthorised, on: was?.is === is ? was.on : through } }
}
