/**
 * Once a week, when it is over: classes whose attendance of the half term so far is below the policy's line are told to the Attendance
 * Lead with what the policy asks for, a talk to the class, and its teacher is asked to put the target up. Once for a class and half term.
 */
import { assigned } from '../domain/assigned.ts'
import { isSchoolDay, nextSchoolDay } from '../domain/calendar.ts'
import { perCent } from '../domain/counting/rate.ts'
import { marksWithin } from '../domain/counting/window.ts'
import { idOf } from '../domain/ids.ts'
import { classesBelow, halfTermToDate, isTooEarlyFor, type LowClass } from '../domain/rewards/rewards.ts'
import type { Task } from '../domain/task.ts'
import { addDays, type LocalDate, mondayOf } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { marksOf, registersBetween } from './marks-between.ts'
import type { StagesNight } from './stage-acts.ts'

const GROUND = {
  rule: 'low-classes',
  clause:
    'Incentives and sanctions: classes falling below 90% are monitored by the class/Lead Attendance Teacher. A talk will be given to the class on the importance of attending school and the class teacher will display attendance as a target',
}

type Kept = Pick<Stores, 'raiseTask' | 'registersOn' | 'roll' | 'task'>

const TASKS = {
  'class-talk': {
    duty: 'classTalk',
    why: (rate: string, below: number) =>
      `The class has attended ${rate}% of the half term so far, below ${below}%. Monitor it, and give the class a talk on the importance of attending school.`,
  },
  'class-target': {
    duty: 'classTarget',
    why: (rate: string, below: number) =>
      `The class has attended ${rate}% of the half term so far, below ${below}%. Display attendance as a target in the classroom.`,
  },
} as const

const ask = async (
  stores: Kept,
  { academy, now, policy, policyVersion }: StagesNight,
  kind: keyof typeof TASKS,
  { classId, attended, possible }: LowClass,
  half: LocalDate,
  today: LocalDate,
): Promise<void> => {
  const { duty, why } = TASKS[kind]
  const id = idOf(kind, classId, half)
  // One that was done this half term is not asked for again.
  if ((await stores.task(academy, id)) !== undefined) return
  const task: Task = {
    ...GROUND,
    ...assigned(policy.duties[duty], now),
    id,
    kind,
    date: today,
    version: 1,
    pupils: [],
    classId,
    raised: now,
    urgent: false,
    state: 'open',
    why: why(perCent(attended, possible) ?? '0.0', policy.reports.classes.below),
    pages: {},
  }
  const detail = { task: task.id, task_kind: kind, class: classId, attended, possible, due: task.due }
  await stores.raiseTask(academy, task, {
    ...GROUND,
    at: now,
    by: 'system',
    kind: 'task-raised',
    policy: policyVersion,
    detail,
  })
}

/** Looks at the classes when a school week is over; answers how many are low. */
export const watchClasses = async (stores: Kept, night: StagesNight): Promise<number> => {
  const { academy, until, policy, school } = night
  const today = addDays(until, 1)
  // The night after a week's last school day; a night that was missed leaves it to the next week.
  const isWeekOver = isSchoolDay(school.calendar, until) && mondayOf(nextSchoolDay(school.calendar, until)) > until
  if (!isWeekOver) return 0
  const half = halfTermToDate(policy, until)
  if (half === undefined || half.until < until) return 0
  const ground = { policy, calendar: school.calendar }
  // Asked before the registers of weeks are read for nothing.
  if (isTooEarlyFor(ground, half)) return 0
  const marks = marksOf(await registersBetween(stores, academy, { from: half.from, until }, false))
  // The rolls of classes are a few items; the pupils one by one would cost more than the registers.
  const { classes } = await stores.roll.live(academy)
  const rolls = await Promise.all(classes.map(async ({ id }) => ({ id, roll: await stores.roll.roster(academy, id) })))
  const everybody = rolls.flatMap(({ id, roll }) =>
    roll.map((entry) => ({ classId: id, marks: marksWithin(marks.get(entry.key) ?? [], half, entry) })),
  )
  const low = classesBelow(everybody, ground, half)
  for (const each of low) {
    await ask(stores, night, 'class-talk', each, half.from, today)
    await ask(stores, night, 'class-target', each, half.from, today)
  }
  return low.length
}
