/**
 * Plays with the engine itself: sweeps, looks, nights, dispatch and the planning of letters are the functions that run for real, on a record
 * in memory and a clock of its own. What is learned is judged at once, as the stream does; what is planned is sent, as the queues do.
 */
import type { LetterWork } from '../../events/letter-work.v1.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import type { Remembered } from '../adapters/memory/memory.ts'
import { type MemoryStores, memoryStores } from '../adapters/memory/memory-stores.ts'
import { dispatchText } from '../dispatch/dispatch-text.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import { addMinutes } from '../domain/time.ts'
import { type LookPorts, lookAtDay } from '../follow-up/look-at-day.ts'
import { keepReceipt } from '../follow-up/receipt.ts'
import { isWorthALook } from '../follow-up/worth-a-look.ts'
import type { Act } from '../ports/act.ts'
import type { Queue } from '../ports/queue.ts'
import type { Texter } from '../ports/texter.ts'
import type { Log } from '../ports/world.ts'
import { type Agenda, type Due, makeAgenda, RANK, type Waiting } from './agenda.ts'
import { workOnLetter } from './letter-work.ts'
import type { PlayedPolicy, RehearsedSchool } from './school.ts'

/** Where a player stands, as data: what its record holds, and what is still to come. */
export interface PlayerState {
  readonly now: Instant
  readonly remembered: Remembered
  readonly handedOver: number
  readonly waiting: readonly (Pick<Due, 'at' | 'rank'> & { readonly told: Waiting })[]
}

export interface Player extends PlayedPolicy, MemoryStores {
  readonly academy: string
  readonly agenda: Agenda
  readonly look: LookPorts
  readonly school: RehearsedSchool
  /** Turns the clock; everything that follows from what falls due is done before the next. */
  turnTo(until: Instant): Promise<void>
  /** `undefined` while something waits that only this process can do, such as the receipt of a text. */
  state(): PlayerState | undefined
}

/** So early that no year begins before it. */
const ALWAYS: LocalDate = '2000-01-01'
const RECEIPT_MINUTES = 1
const SILENT: Log = { write: () => undefined }

const minuteOf = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z`
/** Alarms ring on the whole minute, never early, and never for a moment that has passed. */
const alarmAt = (asked: Instant, now: Instant): Instant => {
  const wanted = minuteOf(asked) < asked ? addMinutes(minuteOf(asked), 1) : minuteOf(asked)
  const soonest = addMinutes(minuteOf(now), 1)
  return wanted > soonest ? wanted : soonest
}

/** Opens a record for a school under a policy, or one that stood before. `hear` hears every act, in order. */
export const makePlayer = (
  school: RehearsedSchool,
  played: PlayedPolicy,
  start: Instant,
  hear: (act: Act) => void,
  before?: PlayerState,
): Player => {
  const { policy, version } = played
  const { academy } = policy
  const agenda = makeAgenda(before?.now ?? start)
  const learned: Act[] = []
  const texts: TextPlanned[] = []
  const letters: LetterWork[] = []
  const alarms = new Set<Instant>()
  const heard = (act: Act): void => {
    if (act.look) learned.push(act)
    hear(act)
  }
  const { stores, memory } = memoryStores(school, { version, policy, from: ALWAYS }, heard, before?.remembered)

  /** Whoever sends on these queues sends what their schemas say. */
  const later = (told: Waiting): (() => Promise<void>) => {
    switch (told.is) {
      case 'texts':
        return async () => void texts.push(...(told.work as readonly TextPlanned[]))
      case 'letters':
        return async () => void letters.push(...(told.work as readonly LetterWork[]))
      default:
        return async () => {
          alarms.delete(agenda.now())
          await lookAtDay(academy, agenda.now(), 'alarm', look)
        }
    }
  }
  const enter = (at: Instant, told: Waiting): void => {
    if (told.is === 'look') alarms.add(at)
    agenda.add({ at, rank: RANK.timetable, told, run: later(told) })
  }
  const queueOf = (is: 'texts' | 'letters'): Queue => ({
    async send(work, options) {
      const delay = options?.delaySeconds ?? 0
      const told = { is, work } as const
      if (delay === 0) await later(told)()
      else enter(addMinutes(agenda.now(), delay / 60), told)
    },
  })

  let handedOver = before?.handedOver ?? 0
  const deliver = (reference: string, providerId: string): void =>
    agenda.add({
      at: addMinutes(agenda.now(), RECEIPT_MINUTES),
      rank: RANK.after,
      run: () =>
        keepReceipt(
          { providerId, state: 'delivered', reference },
          { stores, now: agenda.now(), log: SILENT, function: 'rehearsal' },
        ),
    })
  const texter: Texter = {
    async send({ reference }) {
      handedOver++
      const providerId = `text-${handedOver}`
      deliver(reference, providerId)
      return { outcome: 'accepted', providerId, echoed: true }
    },
  }

  const textQueue = queueOf('texts')
  const look: LookPorts = {
    stores,
    texts: textQueue,
    letters: queueOf('letters'),
    log: SILENT,
    timers: {
      async lookAt(_academy, asked) {
        const at = alarmAt(asked, agenda.now())
        if (!alarms.has(at)) enter(at, { is: 'look' })
      },
    },
  }

  const judge = async (): Promise<void> => {
    const acts = learned.splice(0)
    if (await isWorthALook(acts, () => stores.open(academy))) await lookAtDay(academy, agenda.now(), 'learned', look)
  }
  const send = (planned: TextPlanned): Promise<void> =>
    dispatchText(planned, { stores, texts: textQueue, texterOf: () => texter, now: () => agenda.now(), log: SILENT })
  const write = (work: LetterWork): Promise<void> =>
    workOnLetter(work, { stores, work: look.letters, now: () => agenda.now(), log: SILENT, policy, version })

  /** First what was learned, then what waits to be sent, until nothing is left of either. */
  const settle = async (): Promise<void> => {
    while (learned.length + texts.length + letters.length > 0) {
      if (learned.length > 0) await judge()
      for (const planned of texts.splice(0)) await send(planned)
      for (const work of letters.splice(0)) await write(work)
    }
  }

  for (const { at, told } of before?.waiting ?? []) enter(at, told)

  const state = (): PlayerState | undefined => {
    const waiting = agenda.waiting()
    const told = waiting.flatMap(({ at, rank, told: as }) => (as === undefined ? [] : [{ at, rank, told: as }]))
    if (told.length < waiting.length) return undefined
    const { hear: _hear, ...remembered } = memory
    return { now: agenda.now(), remembered, handedOver, waiting: told }
  }

  return {
    state,
    policy,
    version,
    academy,
    school,
    agenda,
    stores,
    memory,
    look,
    turnTo: (until) => agenda.turnTo(until, settle),
  }
}
