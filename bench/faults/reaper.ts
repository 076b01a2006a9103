/**
 * Kills functions at work. Every write to the table and every call of the world outside is a fault point: the process dies before the call
 * is made, or after it was made and before anybody hears of it. Whatever the dead process still tries fails too, and its memory is gone.
 *
 * A point that was never tried is always taken; after that chance decides, and rarely tried points come first. A message is killed at
 * most twice, a record of the stream five times, so that the tries that the template gives it are enough, as they are when a real process dies.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

/** The process is gone. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

export type When = 'before' | 'after'

export interface Tally {
  /** How often the point was passed or died at. */
  reached: number
  killed: number
}

interface Life {
  readonly folder: string
  /** What the process was given to do, one key for each message or record. */
  readonly work: readonly string[]
  readonly counts: Map<string, number>
  dead: boolean
}

/** So that the fewest tries there are, Lambda's three, are enough. */
const MOST_DEATHS = 2
/** Readers of the stream have ten tries and more, and pass what lies late in a batch only when its records were read before. */
const MOST_DEATHS_OF_READERS = 5
const READERS = ['chronicle', 'judge', 'announce']
/** How often a point dies again that has died already: less often than its neighbours, and more often. */
const SELDOM = 0.03
const OFTEN = 0.3
const HARDLY = 0.003
/** A point that has died this often has shown what it can show: the days after it go to receipts and answers in other orders. */
const ENOUGH = 20
/** How often the second call of a kind in one run, the third and so on, is died at for the first time. */
const SOMETIMES = 0.1

export interface Reaper {
  /** Runs one invocation of a function as a process that may die. Rejects with `Killed` when it did, whatever it answered. */
  living<T>(folder: string, work: readonly string[], run: () => Promise<T>): Promise<T>
  /** A call at which the process may die. */
  passing<T>(name: string, call: () => Promise<T>): Promise<T>
  /** A call at which nothing is decided; a dead process cannot make it. */
  reading<T>(call: () => Promise<T>): Promise<T>
  /** The points at which somebody died since this reaper began. */
  readonly killedAt: ReadonlySet<string>
}

/** What was tried so far, in this day and those before it. */
export interface History {
  /** By `function · call · before or after`. */
  readonly tallies: Map<string, Tally>
  /** Each call by its place in the invocation, the first of its name, the second and so on: whether somebody died there. */
  readonly places: Map<string, boolean>
}

export const newHistory = (): History => ({ tallies: new Map(), places: new Map() })

/** What a day tried, added to what was tried meanwhile by others: `before` is what that day began with. */
export const withTried = (so: History, before: History, after: History): History => {
  const tallies = new Map(so.tallies)
  for (const [point, { reached, killed }] of after.tallies) {
    const had = before.tallies.get(point) ?? { reached: 0, killed: 0 }
    const has = so.tallies.get(point) ?? { reached: 0, killed: 0 }
    tallies.set(point, {
      reached: has.reached + reached - had.reached,
      killed: has.killed + killed - had.killed,
    })
  }
  const places = new Map(so.places)
  for (const [place, died] of after.places) places.set(place, died || so.places.get(place) === true)
  return { tallies, places }
}

/** `chance` gives numbers from 0 to 1. One reaper goes through one day; what it tried is added to the history. */
export const makeReaper = (chance: () => number, { tallies, places }: History): Reaper => {
  const lives = new AsyncLocalStorage<Life>()
  const deaths = new Map<string, number>()
  const killedAt = new Set<string>()

  const tallyOf = (point: string): Tally => {
    const tally = tallies.get(point) ?? { reached: 0, killed: 0 }
    tallies.set(point, tally)
    return tally
  }

  const isTaken = (folder: string, point: string, place: string): boolean => {
    const { killed } = tallyOf(point)
    if (killed === 0) return true
    if (killed >= ENOUGH) return chance() < HARDLY
    const own = [...tallies].filter(([name]) => name.startsWith(`${folder} · `))
    // A sweep makes hundreds of calls and has few lives: those go to what nobody has died at yet.
    if (own.some(([, each]) => each.killed === 0)) return chance() < HARDLY
    if (places.get(place) !== true) return chance() < SOMETIMES
    const average = own.reduce((sum, [, each]) => sum + each.killed, 0) / own.length
    return chance() < (killed < average ? OFTEN : SELDOM)
  }

  const reach = (life: Life, name: string, nth: number, when: When): void => {
    const point = `${life.folder} · ${name} · ${when}`
    const place = `${point} ${nth}`
    const tally = tallyOf(point)
    tally.reached++
    if (!places.has(place)) places.set(place, false)
    const most = READERS.includes(life.folder) ? MOST_DEATHS_OF_READERS : MOST_DEATHS
    const isSpared = life.work.some((each) => (deaths.get(each) ?? 0) >= most)
    if (isSpared || !isTaken(life.folder, point, place)) return
    tally.killed++
    killedAt.add(point)
    places.set(place, true)
    for (const each of life.work) deaths.set(each, (deaths.get(each) ?? 0) + 1)
    life.dead = true
    throw new Killed()
  }

  const mustLive = (life: Life): void => {
    if (life.dead) throw new Killed()
  }

  return {
    killedAt,
    async living(folder, work, run) {
      const life: Life = { folder, work, counts: new Map(), dead: false }
      return lives.run(life, async () => {
        try {
          return await run()
        } finally {
          mustLive(life)
        }
      })
    },
    async passing(name, call) {
      const life = lives.getStore()
      if (!life) return call()
      mustLive(life)
      const nth = (life.counts.get(name) ?? 0) + 1
      life.counts.set(name, nth)
      reach(life, name, nth, 'before')
      const answer = await call()
      mustLive(life)
      reach(life, name, nth, 'after')
      return answer
    },
    async reading(call) {
      const life = lives.getStore()
      if (life) mustLive(life)
      return call()
    },
  }
}
