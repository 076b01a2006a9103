/** What the nights count and keep: tallies, stages, absences that the law counts, penalty matters, returns and attendance cases. */

import { nextChase } from '../../domain/attend/plan.ts'
import { schoolYearOf } from '../../domain/calendar.ts'
import { type AbsenceDay, listedIn } from '../../domain/counting/absence-day.ts'
import type { Register } from '../../domain/register.ts'
import { noStage } from '../../domain/stages/stage.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { AttendStore } from '../../ports/attend-store.ts'
import type { CountingStore } from '../../ports/counting-store.ts'
import { registerPlace } from './days.ts'
import { inOrder, type Memory, within } from './memory.ts'

const listOf = (date: LocalDate, registers: ReadonlyMap<string, Register>): AbsenceDay => ({
  date,
  absences: inOrder(registers).flatMap((register) => listedIn(register)),
})

type Counts = Omit<CountingStore, 'registersOn' | 'registersOf'>

const yearMemory = (
  memory: Memory,
): Pick<Counts, 'tallies' | 'saveTally' | 'stages' | 'stage' | 'saveStage' | 'listAbsences' | 'absenceDays'> => ({
  tallies: async (_academy, year) => inOrder(within(memory.tallies, year)),

  saveTally: async (_academy, tally, was, act) => {
    const ofYear = within(memory.tallies, tally.year)
    if ((ofYear.get(tally.classId)?.version ?? 0) !== was.version) return 'stale'
    ofYear.set(tally.classId, { ...tally, version: was.version + 1 })
    memory.hear(act)
    return 'saved'
  },

  stages: async (_academy, year) => inOrder(within(memory.stages, year)),
  stage: async (_academy, year, pupil) => within(memory.stages, year).get(pupil) ?? noStage(pupil, year),

  saveStage: async (_academy, record, act) => {
    const ofYear = within(memory.stages, record.year)
    if ((ofYear.get(record.pupil)?.version ?? 0) !== record.version) return 'stale'
    ofYear.set(record.pupil, { ...record, version: record.version + 1 })
    memory.hear(act)
    return 'saved'
  },

  listAbsences: async (_academy, date, registers) => {
    const ofDate = within(memory.absences, date)
    for (const register of registers) ofDate.set(registerPlace(register.session, register.classId), register)
  },

  absenceDays: async (_academy, which) => {
    const dates = [...memory.absences.keys()].toSorted()
    const wanted =
      'newest' in which ? dates.slice(-which.newest) : dates.filter((date) => which.from <= date && date <= which.until)
    return wanted.map((date) => listOf(date, within(memory.absences, date)))
  },
})

const matterMemory = (memory: Memory): Omit<Counts, keyof ReturnType<typeof yearMemory>> => ({
  penaltyRecords: async () => inOrder(memory.penalties),
  penaltyRecord: async (_academy, pupil) => memory.penalties.get(pupil),

  savePenaltyRecord: async (_academy, record, act) => {
    if ((memory.penalties.get(record.pupil)?.version ?? 0) !== record.version) return 'stale'
    memory.penalties.set(record.pupil, { ...record, version: record.version + 1 })
    memory.hear(act)
    return 'saved'
  },

  returns: async (_academy, year) => inOrder(memory.returns).filter(({ asked }) => schoolYearOf(asked) === year),

  askReturn: async (_academy, asked, act) => {
    if (memory.returns.has(asked.id)) return 'already'
    memory.returns.set(asked.id, { ...asked, version: asked.version + 1 })
    memory.hear(act)
    return 'asked'
  },

  saveReturn: async (_academy, asked, act) => {
    if (memory.returns.get(asked.id)?.version !== asked.version) return 'stale'
    memory.returns.set(asked.id, { ...asked, version: asked.version + 1 })
    memory.hear(act)
    return 'saved'
  },
})

const attendMemory = ({ attend, hear }: Memory): AttendStore => ({
  attendCase: async (_academy, pupil) => attend.open.get(pupil),
  openAttendCases: async () => inOrder(attend.open),
  closedAttendCases: async (_academy, pupil) => attend.closed.filter((each) => each.pupil === pupil).toReversed(),

  attendToChase: async (_academy, until) =>
    inOrder(attend.open).flatMap((aCase) => {
      const due = nextChase(aCase)
      return due !== undefined && due <= until ? [aCase.pupil] : []
    }),

  saveAttendCase: async (_academy, aCase, act) => {
    if ((attend.open.get(aCase.pupil)?.version ?? 0) !== aCase.version) return 'stale'
    const next = { ...aCase, version: aCase.version + 1 }
    if (aCase.closed) {
      attend.open.delete(aCase.pupil)
      attend.closed = [...attend.closed, next]
    } else attend.open.set(aCase.pupil, next)
    hear(act)
    return 'saved'
  },
})

export const countMemory = (memory: Memory): Counts & AttendStore => ({
  ...yearMemory(memory),
  ...matterMemory(memory),
  ...attendMemory(memory),
})
