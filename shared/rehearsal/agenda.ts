/** What falls due while a year is played, in order of time. */
import type { Instant } from '../domain/time.ts'

/** The school's own acts come before the timetable of the same minute, what people and carriers answer comes after it. */
export const RANK = { before: 0, timetable: 1, after: 2 } as const

/** Something that waits, told as data, so that it can wait where its process does not: a look at the day, or work on a queue. */
export type Waiting = { readonly is: 'look' } | { readonly is: 'texts' | 'letters'; readonly work: readonly unknown[] }

export interface Due {
  readonly at: Instant
  readonly rank: (typeof RANK)[keyof typeof RANK]
  /** Absent where only this process can do it. */
  readonly told?: Waiting
  run(): Promise<void>
}

export interface Agenda {
  now(): Instant
  add(due: Due): void
  /** What is still to come, in order. */
  waiting(): readonly Due[]
  /** Runs everything due up to an instant, `after` each thing, and stands at that instant. */
  turnTo(until: Instant, after: () => Promise<void>): Promise<void>
}

/** At one instant the lower rank goes first, then what was entered first. */
export const makeAgenda = (start: Instant): Agenda => {
  let hands = start
  const waiting: Due[] = []
  const goesBefore = (one: Due, other: Due): boolean =>
    one.at < other.at || (one.at === other.at && one.rank <= other.rank)
  const take = (until: Instant): Due | undefined => {
    const [first] = waiting
    return first && first.at <= until ? waiting.shift() : undefined
  }
  return {
    now: () => hands,
    waiting: () => [...waiting],
    add(due) {
      let place = waiting.length
      for (let last = waiting[place - 1]; last && !goesBefore(last, due); last = waiting[place - 1]) place--
      waiting.splice(place, 0, due)
    },
    async turnTo(until, after) {
      for (let due = take(until); due; due = take(until)) {
        if (due.at > hands) hands = due.at
        await due.run()
        await after()
      }
      if (until > hands) hands = until
    },
  }
}
