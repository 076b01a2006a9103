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

/** The window at the end of a date. One that has ended stays as it ended. */
export const afterDate = (
  window: ImprovementWindow,
  marks: readonly CountedMark[],
  through: LocalDate,
): ImprovementWindow => {
  if (window.state !== 'running') return window
  const { unauthorised, unresolved } = windowCount(window, marks)
  if (unauthorised > window.mostUnauthorised) return { ...window, state: 'breached', endedOn: through }
  const isOver = through >= window.until
  return isOver && unauthorised + unresolved <= window.mostUnauthorised
    ? { ...window, state: 'improved', endedOn: through }
    : window
}
