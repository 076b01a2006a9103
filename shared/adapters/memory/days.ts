/** Registers, absence cards, brakes and sweeps of a day. */
import type { AbsenceCard, TextRecord } from '../../domain/absence.ts'
import { schoolYearOf } from '../../domain/calendar.ts'
import type { Session } from '../../domain/codes.ts'
import { listsTheSame } from '../../domain/counting/absence-day.ts'
import { noTally, recount } from '../../domain/counting/class-tally.ts'
import type { Register } from '../../domain/register.ts'
import type { Stores } from '../../ports/stores.ts'
import { dayOf, inOrder, isPointer, type KeptCard, type KeptDay, type Memory, within } from './memory.ts'

export const registerPlace = (session: Session, classId: string): string => `${session}#${classId}`

/** A card with the records that its pointers mean, each naming its owner. */
const resolved = (card: KeptCard, { cards }: KeptDay): AbsenceCard => {
  const texts = Object.entries(card.texts).flatMap(([slot, text]): readonly (readonly [string, TextRecord])[] => {
    if (!isPointer(text)) return [[slot, text]]
    const held = cards.get(text.owner)?.texts[slot]
    if (held === undefined || isPointer(held)) return []
    const { pupils: _, ...record } = held
    return [[slot, { ...record, owner: text.owner }]]
  })
  return { ...card, texts: Object.fromEntries(texts) }
}

/** Counts a register of a date gone by anew, as the table does in the transaction that saves it. */
const countAgain = (memory: Memory, was: Register | undefined, is: Register): void => {
  const tallies = within(memory.tallies, schoolYearOf(is.date))
  const tally = tallies.get(is.classId) ?? noTally(is.classId, is.date)
  const next = recount(tally, was, is)
  tallies.set(is.classId, { ...next, version: tally.version + 1 })
  if (tally.through !== undefined && is.date <= tally.through && !listsTheSame(was, is))
    within(memory.absences, is.date).set(registerPlace(is.session, is.classId), is)
}

type Days = Pick<
  Stores,
  | 'register'
  | 'saveRegister'
  | 'registersOn'
  | 'registersOf'
  | 'card'
  | 'setStanding'
  | 'day'
  | 'holdBrake'
  | 'settleBrake'
  | 'ranSweep'
  | 'runs'
>

export const dayMemory = (memory: Memory): Days => ({
  register: async (_academy, date, session, classId) =>
    memory.days.get(date)?.registers.get(registerPlace(session, classId)),

  saveRegister: async (_academy, register, expected, act) => {
    const { registers } = dayOf(memory, register.date)
    const place = registerPlace(register.session, register.classId)
    const was = registers.get(place)
    if ((was?.version ?? 0) !== expected) return 'stale'
    const is = { ...register, version: expected + 1 }
    registers.set(place, is)
    if (register.date < act.at.slice(0, 10)) countAgain(memory, was, is)
    memory.hear(act)
    return 'saved'
  },

  registersOn: async (_academy, date) => {
    const day = memory.days.get(date)
    return day ? inOrder(day.registers) : []
  },

  registersOf: async (_academy, classIds, dates) =>
    dates.flatMap((date) => {
      const day = memory.days.get(date)
      if (day === undefined) return []
      return classIds.flatMap((classId) =>
        (['AM', 'PM'] as const).flatMap((session) => day.registers.get(registerPlace(session, classId)) ?? []),
      )
    }),

  card: async (_academy, date, pupil) => {
    const day = memory.days.get(date)
    const card = day?.cards.get(pupil)
    return day && card ? resolved(card, day) : undefined
  },

  setStanding: async (_academy, { pupil, classId, date, vulnerable }, session, absence, reason, unless, act) => {
    const day = dayOf(memory, date)
    const was = day.cards.get(pupil)
    const standing = was?.sessions[session]?.standing
    if (was && standing !== undefined && unless.includes(standing)) return { set: false, card: resolved(was, day) }
    const is: KeptCard = {
      ...was,
      pupil,
      classId,
      date,
      vulnerable,
      version: (was?.version ?? 0) + 1,
      sessions: { ...was?.sessions, [session]: absence },
      ...(reason === undefined ? {} : { reason }),
      texts: was?.texts ?? {},
    }
    day.cards.set(pupil, is)
    memory.hear(act)
    return { set: true, card: resolved(is, day) }
  },

  day: async (_academy, date) => {
    const day = dayOf(memory, date)
    return {
      registers: inOrder(day.registers),
      cards: inOrder(day.cards).map((card) => resolved(card, day)),
      brakes: inOrder(day.brakes),
      replies: [],
      endedTasks: inOrder(memory.tasks.ended).filter((task) => task.date === date),
      closedCases: memory.cases.closed.filter(({ closed }) => closed?.on === date),
      runs: Object.fromEntries(day.runs),
    }
  },

  holdBrake: async (_academy, date, brake, act) => {
    const { brakes } = dayOf(memory, date)
    if (brakes.has(brake.id)) return 'already'
    brakes.set(brake.id, { ...brake, version: 1 })
    memory.hear(act)
    return 'held'
  },

  settleBrake: async (_academy, date, { id, settled }, state, act) => {
    const { brakes } = dayOf(memory, date)
    const was = brakes.get(id)
    if (was?.state !== 'held') return 'already'
    const because = typeof act.detail?.because === 'string' ? act.detail.because : act.kind
    brakes.set(id, {
      ...was,
      state,
      version: was.version + 1,
      settled: settled ?? { by: act.by, at: act.at, because },
    })
    memory.hear(act)
    return 'settled'
  },

  ranSweep: async (_academy, date, sweep, at) => {
    dayOf(memory, date).runs.set(sweep, at)
  },

  runs: async (_academy, date) => Object.fromEntries(dayOf(memory, date).runs),
})
