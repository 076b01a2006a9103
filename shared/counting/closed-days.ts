/**
 * Days that were closed after their registers were taken: who is asked about them, and what becomes of the marks once a person has said that
 * the school was closed. Nothing is changed before that: a calendar with a wrong date in it would undo a day that was school.
 */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { closedCode } from '../domain/calendar.ts'
import { closedAfterwards, type SchoolAsKnown, withClosedMarks } from '../domain/closed-afterwards.ts'
import type { Code } from '../domain/codes.ts'
import { idOf } from '../domain/ids.ts'
import type { Register } from '../domain/register.ts'
import type { Task } from '../domain/task.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'
import { type Annotated, amendedIn, annotateStages } from './annotate-stages.ts'

export const CLOSED_GROUND = {
  rule: 'closed-afterwards',
  clause: 'SI 2024/208 regulation 10: a session on which the school is closed is no possible attendance',
}

/** A register whose marks say that it was school, of a session that the school has closed since. */
export interface InConflict {
  readonly register: Register
  readonly code: Extract<Code, '#' | 'Y4'>
}

const SESSIONS = ['AM', 'PM'] as const

const isClosed = (date: LocalDate, { calendar, closures }: SchoolAsKnown): boolean =>
  SESSIONS.some((session) => closedCode(calendar, closures, date, session) !== undefined)

/** The registers in conflict on one date; in the order of sessions and classes. */
export const conflictsOn = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  date: LocalDate,
  school: SchoolAsKnown,
): Promise<readonly InConflict[]> => {
  if (!isClosed(date, school)) return []
  const registers = await stores.registersOn(academy, date)
  return registers.flatMap((register) => {
    const code = closedAfterwards(register, school)
    return code === undefined ? [] : [{ register, code }]
  })
}

export interface ClosedDaysMoment {
  readonly academy: string
  readonly now: Instant
  /** Who declared it: a staff id, or `import`. */
  readonly by: string
  readonly policy: Policy
  readonly policyVersion: string
}

const actOf = ({ now, by, policyVersion }: ClosedDaysMoment, kind: string, detail: Act['detail']): Act => ({
  ...CLOSED_GROUND,
  at: now,
  by,
  kind,
  policy: policyVersion,
  ...(detail ? { detail } : {}),
})

const taskId = (date: LocalDate): string => idOf(date, 'closed-day')

const raise = async (
  stores: Pick<Stores, 'raiseTask'>,
  date: LocalDate,
  registers: number,
  moment: ClosedDaysMoment,
): Promise<void> => {
  const task: Task = {
    ...CLOSED_GROUND,
    id: taskId(date),
    kind: 'closed-day',
    date,
    version: 1,
    pupils: [],
    about: date,
    raised: moment.now,
    ...assigned(moment.policy.duties.closedDay, moment.now),
    urgent: false,
    state: 'open',
    why: `${date} is no school day any more, and ${registers} registers were taken on it. Their marks count until you confirm that the school was closed; if it was open, correct the calendar or undo the closure.`,
    pages: {},
  }
  await stores.raiseTask(
    moment.academy,
    task,
    actOf(moment, 'task-raised', { task: task.id, task_kind: task.kind, date, registers }),
  )
}

/** Ends the task about a date, if one is open. */
export const endClosedDayTask = async (
  stores: Pick<Stores, 'task' | 'endTask'>,
  date: LocalDate,
  state: 'done' | 'withdrawn',
  what: string,
  moment: ClosedDaysMoment,
): Promise<void> => {
  const task = await stores.task(moment.academy, taskId(date))
  if (task?.state !== 'open') return
  const act = actOf(moment, `task-${state}`, { task: task.id, task_kind: task.kind, because: what })
  await stores.endTask(moment.academy, task, state, { what, by: moment.by, at: moment.now }, act)
}

/** After a calendar or a closure has changed: asks about each of these dates that is in conflict, and about the others no more. */
export const askAboutClosedDays = async (
  stores: Pick<Stores, 'registersOn' | 'raiseTask' | 'task' | 'endTask'>,
  dates: readonly LocalDate[],
  school: SchoolAsKnown,
  moment: ClosedDaysMoment,
): Promise<void> => {
  for (const date of dates) {
    const conflicts = await conflictsOn(stores, moment.academy, date, school)
    if (conflicts.length > 0) await raise(stores, date, conflicts.length, moment)
    else await endClosedDayTask(stores, date, 'withdrawn', 'the day is school again, or its marks agree', moment)
  }
}

const TRIES = 5

/** Gives one register the code of the closure, as it then stands; again if somebody saved in between. Answers how many marks changed. */
export const closeRegister = async (
  stores: Pick<Stores, 'register' | 'saveRegister'> & Annotated,
  { register: first, code }: InConflict,
  because: string,
  moment: ClosedDaysMoment,
): Promise<number> => {
  let was: Register | undefined = first
  for (let tried = 0; was !== undefined && tried < TRIES; tried++) {
    const { register, changes } = withClosedMarks(was, code)
    if (changes.length === 0) return 0
    const { date, session, classId } = register
    const act = actOf(moment, 'day-closed-afterwards', { date, session, class: classId, because, changes })
    if ((await stores.saveRegister(moment.academy, register, was.version, act)) === 'saved') {
      await annotateStages(stores, amendedIn(was, register), moment)
      return changes.length
    }
    was = await stores.register(moment.academy, date, session, classId)
  }
  throw new Error('A register was being saved by others at every try')
}
