/**
 * N has a time limit of five school days. Each night the limits are reckoned anew from the calendar as it then is; what has run out becomes
 * O, or a task where the school wants a person to do it, and what is about to run out is a task for whoever can find the reason.
 */
import type { Policy } from '../../academies/policy.ts'
import { isSchoolDay, schoolYearOf } from '../domain/calendar.ts'
import { closedAfterwards } from '../domain/closed-afterwards.ts'
import { type SchoolDays, standingOfN, unresolvedIn, withOForN } from '../domain/counting/settle-unresolved.ts'
import { schoolDaysSince } from '../domain/counting/unresolved.ts'
import { idOf } from '../domain/ids.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { addDays, type Instant, instantOf, type LocalDate, mondayOf } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

const GROUND = {
  rule: 'n-within-five-school-days',
  clause: 'SI 2024/208 regulation 10(7) to (9): a reason within five school days, otherwise O',
}

/** School days looked at beyond the limit, for limits that a calendar moved back and for nights that did not happen. */
const BEYOND = 2
/** No holiday is longer. */
const MOST_DAYS_BACK = 90

export interface Night {
  readonly academy: string
  readonly now: Instant
  /** The last date that is over, and the last that was over when a night last ran. */
  readonly until: LocalDate
  readonly before: LocalDate | undefined
  /** To this date the lists of absences say what the registers say. */
  readonly listedTo: LocalDate | undefined
  readonly policy: Policy
  readonly policyVersion: string
  readonly school: SchoolDays
}

/** Dates whose N may be at the limit, or near it: so many school days back, and those of nights that did not happen. */
const datesToLookAt = ({ until, before, policy, school }: Night): readonly LocalDate[] => {
  const { schoolDays, remindFrom } = policy.unresolved
  const since = (date: LocalDate) => schoolDaysSince(school.calendar, school.closures, date, until)
  const missed = before === undefined ? MOST_DAYS_BACK : since(before)
  const dates: LocalDate[] = []
  // Nothing runs out on a day without school.
  if (missed === 0) return dates
  for (let back = 0; back <= MOST_DAYS_BACK; back++) {
    const date = addDays(until, -back)
    const days = since(date)
    if (days > schoolDays + BEYOND + missed) return dates
    if (isSchoolDay(school.calendar, date) && days >= Math.min(remindFrom, schoolDays)) dates.push(date)
  }
  return dates
}

/** Settles one register; a mark that somebody amends meanwhile is looked at again at the next night. */
const settle = async (stores: Pick<Stores, 'saveRegister'>, night: Night, was: Register): Promise<number> => {
  const { register, pupils } = withOForN(was)
  const saved = await stores.saveRegister(night.academy, register, was.version, {
    ...GROUND,
    at: night.now,
    by: 'system',
    kind: 'mark-amended',
    pupils,
    policy: night.policyVersion,
    detail: {
      date: was.date,
      session: was.session,
      was: 'N',
      now: 'O',
      because: `No reason was established within ${night.policy.unresolved.schoolDays} school days.`,
    },
  })
  return saved === 'saved' ? pupils.length : 0
}

/** One task a day with every pupil concerned; raising it twice is raising it once. */
const ask = async (stores: Pick<Stores, 'raiseTask'>, night: Night, pupils: readonly PupilKey[]): Promise<void> => {
  const { unresolved, day, zone } = night.policy
  const today = addDays(night.until, 1)
  const task = {
    ...GROUND,
    id: idOf(today, 'unresolved-n'),
    kind: 'unresolved-n',
    date: today,
    version: 1,
    pupils,
    raised: night.now,
    due: instantOf(today, day.ends, zone),
    doers: unresolved.doers,
    urgent: false,
    state: 'open',
    why: `The reason is not known yet, and the law gives ${unresolved.schoolDays} school days: find it, or the mark becomes O.`,
    pages: {},
  } as const
  await stores.raiseTask(night.academy, task, {
    ...GROUND,
    at: night.now,
    by: 'system',
    kind: 'task-raised',
    policy: night.policyVersion,
    pupils,
    detail: { task: task.id, task_kind: task.kind, due: task.due },
  })
}

/**
 * From where on lists of absences are looked through: once a week the whole school year, for an N that somebody gives long after its session, by
 * hand or in a file, is never near its limit.
 */
const listsFrom = ({ until, before }: Night, near: readonly LocalDate[]): LocalDate | undefined =>
  before === undefined || mondayOf(before) !== mondayOf(until) ? schoolYearOf(until) : near.at(-1)

/**
 * The dates on which some register may hold N that has run out, or is about to. To the date that every class is counted to, a date's list of
 * absences has every N of its registers, and an amended mark changes both in one transaction; a date near its limit without a list is read.
 */
const datesWithN = async (stores: Pick<Stores, 'absenceDays'>, night: Night): Promise<readonly LocalDate[]> => {
  const { until, school, policy, listedTo } = night
  const near = datesToLookAt(night)
  const from = listsFrom(night, near)
  if (from === undefined) return []
  const days = new Map(
    (await stores.absenceDays(night.academy, { from, until })).map((day) => [day.date, day.absences]),
  )
  const isListed = (date: LocalDate) => listedTo !== undefined && date <= listedTo
  const holdsN = (date: LocalDate) => days.get(date)?.some(({ code }) => code === 'N')
  const isOver = (date: LocalDate) =>
    schoolDaysSince(school.calendar, school.closures, date, until) > policy.unresolved.schoolDays
  const long = [...days.keys()].filter((date) => !near.includes(date) && holdsN(date) && isOver(date))
  return [...near.filter((date) => !isListed(date) || (holdsN(date) ?? true)), ...long]
}

/** Settles what has run out and asks for what is about to. Safe to run twice. Answers how many marks became O. */
export const settleUnresolved = async (
  stores: Pick<Stores, 'absenceDays' | 'registersOn' | 'saveRegister' | 'raiseTask'>,
  night: Night,
): Promise<number> => {
  const { unresolved, zone } = night.policy
  const school = { ...night.school, zone }
  const asked = new Set<PupilKey>()
  let settled = 0
  for (const date of await datesWithN(stores, night)) {
    for (const register of await stores.registersOn(night.academy, date, false)) {
      const pupils = unresolvedIn(register)
      // Of a session that was closed afterwards nothing is settled: a person says first whether it was school.
      if (pupils.length === 0 || closedAfterwards(register, school) !== undefined) continue
      const standing = standingOfN(register, night.until, unresolved, night.school)
      if (standing === 'overdue' && unresolved.settle === 'automatic') settled += await settle(stores, night, register)
      else if (standing !== 'fresh') for (const pupil of pupils) asked.add(pupil)
    }
  }
  if (asked.size > 0) await ask(stores, night, [...asked].toSorted())
  return settled
}
