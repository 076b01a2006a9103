/** A clock that stands still until it is turned, and the agenda of what falls due while it turns. */
import { canonicalInstant, type Instant } from '../shared/domain/time.ts'

/** Something that falls due. At one instant the lower rank goes first, then what was entered first. */
export interface Due {
  readonly at: Instant
  readonly rank: number
  /** What it is, for the answer to whoever turned the clock; absent when it is only a wake-up. */
  readonly what?: string
  run(): Promise<void>
}

/** The school's own acts come before the timetable of the same minute, what a script adds comes after it. */
export const RANK = { before: 0, timetable: 1, after: 2 } as const

export interface VirtualClock {
  now(): Instant
  add(due: Due): void
  /** Have whatever waits looked at again at this instant. */
  wake(at: Instant): void
  /** Takes the first thing due by `until` off the agenda. */
  take(until: Instant): Due | undefined
  /** Moves the hands. Never backwards. */
  set(at: Instant): void
}

const nothing = async (): Promise<void> => undefined

/** Starts at an instant. Throws RangeError when that is not one. */
export const virtualClock = (start: Instant): VirtualClock => {
  let hands = canonicalInstant(start)
  const agenda: Due[] = []
  const wakes = new Set<Instant>()
  const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.rank <= b.rank)
  const add = (due: Due): void => {
    let place = agenda.length
    for (let last = agenda[place - 1]; last && !before(last, due); last = agenda[place - 1]) place--
    agenda.splice(place, 0, due)
  }
  return {
    now: () => hands,
    add,
    wake(at) {
      if (wakes.has(at)) return
      wakes.add(at)
      add({ at, rank: RANK.timetable, run: nothing })
    },
    take(until) {
      const first = agenda[0]
      if (!first || first.at > until) return undefined
      agenda.shift()
      wakes.delete(first.at)
      return first
    },
    set(at) {
      if (at > hands) hands = at
    },
  }
}
