/** What is open in an academy, and what rests beside it: tasks and the cases of children whom nobody can account for. */
import { arrangedMeeting } from '../../domain/attend/attend-case.ts'
import type { Case } from '../../domain/case.ts'
import type { Live, OpenRecord, Stores } from '../../ports/stores.ts'
import { inOrder, type Memory } from './memory.ts'

type Open = Pick<
  Stores,
  | 'raiseTask'
  | 'task'
  | 'endTask'
  | 'openCase'
  | 'reopenCase'
  | 'stepCase'
  | 'closeCase'
  | 'case'
  | 'casesClosedOn'
  | 'casesOf'
  | 'open'
  | 'openButTasks'
>

const newestFirst = (cases: readonly Case[]): readonly Case[] =>
  cases.toSorted((one, other) => (one.opened < other.opened ? 1 : -1))

const taskMemory = ({ tasks, hear }: Memory): Pick<Open, 'raiseTask' | 'task' | 'endTask'> => ({
  raiseTask: async (_academy, task, act) => {
    if (tasks.open.has(task.id) || tasks.ended.has(task.id)) return 'already'
    tasks.open.set(task.id, { ...task, version: 1 })
    hear(act)
    return 'raised'
  },

  task: async (_academy, taskId) => tasks.open.get(taskId) ?? tasks.ended.get(taskId),

  endTask: async (_academy, { id }, state, outcome, act) => {
    const task = tasks.open.get(id)
    if (task === undefined) return 'already'
    tasks.open.delete(id)
    tasks.ended.set(id, { ...task, version: task.version + 1, state, outcome })
    hear(act)
    return 'ended'
  },
})

const caseMemory = ({
  cases,
  hear,
}: Memory): Omit<Open, keyof ReturnType<typeof taskMemory> | 'open' | 'openButTasks'> => ({
  openCase: async (_academy, aCase, act) => {
    const isKnown = cases.closed.some(({ caseId }) => caseId === aCase.caseId)
    if (isKnown || cases.open.has(aCase.pupil)) return 'already'
    cases.open.set(aCase.pupil, { ...aCase, version: 1 })
    hear(act)
    return 'opened'
  },

  reopenCase: async (_academy, { caseId, pupil }, act) => {
    const rested = cases.closed.find((each) => each.caseId === caseId)
    if (rested === undefined || cases.open.has(pupil)) return 'already'
    const { closed: _, ...body } = rested
    cases.closed = cases.closed.filter((each) => each.caseId !== caseId)
    cases.open.set(pupil, { ...body, version: rested.version + 1 })
    hear(act)
    return 'reopened'
  },

  stepCase: async (_academy, { pupil, caseId }, expected, add, act) => {
    const was = cases.open.get(pupil)
    if (was === undefined || was.caseId !== caseId || was.version !== expected) return 'stale'
    cases.open.set(pupil, {
      ...was,
      version: expected + 1,
      days: [...was.days, ...(add.days ?? [])],
      steps: [...was.steps, ...(add.steps ?? [])],
      visits: [...was.visits, ...(add.visits ?? [])],
    })
    hear(act)
    return 'saved'
  },

  closeCase: async (_academy, { pupil, caseId }, closed, act) => {
    const was = cases.open.get(pupil)
    if (was?.caseId !== caseId) return 'already'
    cases.open.delete(pupil)
    cases.closed = [...cases.closed, { ...was, version: was.version + 1, closed }]
    hear(act)
    return 'closed'
  },

  case: async (_academy, caseId) => [...cases.open.values(), ...cases.closed].find((each) => each.caseId === caseId),

  casesClosedOn: async (_academy, date) => cases.closed.filter(({ closed }) => closed?.on === date),

  casesOf: async (_academy, pupil) => {
    const now = cases.open.get(pupil)
    return [...(now ? [now] : []), ...newestFirst(cases.closed.filter((each) => each.pupil === pupil))]
  },
})

const meetingsOf = ({ attend }: Memory): OpenRecord['meetings'] =>
  inOrder(attend.open).flatMap((aCase) => {
    const arranged = arrangedMeeting(aCase)
    if (arranged === undefined) return []
    const { id, date, time, place, arrangedOn, tell } = arranged
    return [{ pupil: aCase.pupil, id, date, time, place, arrangedOn, tell }]
  })

/** What the stages of every year have due, by pupil. */
const dueOf = ({ stages }: Memory): OpenRecord['due'] =>
  [...stages].flatMap(([year, ofYear]) =>
    inOrder(ofYear).flatMap(({ pupil, due }) => (due ? [{ ...due, pupil, year }] : [])),
  )

const openButTasks = (memory: Memory, live: Live): Omit<OpenRecord, 'tasks'> => ({
  live,
  cases: inOrder(memory.cases.open),
  holds: [],
  closures: [],
  lateOpenings: [],
  stopped: [],
  due: dueOf(memory),
  meetings: meetingsOf(memory),
  refusedLeave: [],
  risks: [],
  covers: [],
})

export const openMemory = (memory: Memory, live: Live): Open => ({
  ...taskMemory(memory),
  ...caseMemory(memory),
  open: async () => ({ ...openButTasks(memory, live), tasks: inOrder(memory.tasks.open) }),
  openButTasks: async () => openButTasks(memory, live),
})
