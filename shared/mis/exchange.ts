/**
 * The day's exchange with a school's own system. The night begins it; each call has the next one called, until the school day is over. Safe to come twice:
 * files are idempotent, the same mark written twice is the same mark, and a call that has had the next one called does nothing when it is delivered
 * again, or the day would go on in two chains.
 */
import type { Policy } from '../../academies/policy.ts'
import { type Calendar, isSchoolDay } from '../domain/calendar.ts'
import { addMinutes, type Instant, instantOf, type LocalDate, localDate } from '../domain/time.ts'
import { calendarOf, policyAt } from '../follow-up/load-known.ts'
import type { Files } from '../ports/files.ts'
import type { MisRow } from '../ports/mis.ts'
import type { Stores } from '../ports/stores.ts'
import type { Log } from '../ports/world.ts'
import { datesToWrite, keepMarksUntil, keepWrittenOn, marksAsked, marksUntil, writtenOn } from './catch-up.ts'
import { type ExchangeStep, tellFailed, tellLost, tellWaiting } from './exchange-tasks.ts'
import { type PullPorts, pullMarks, pullSchool } from './pull.ts'
import { withoutWaiting, writeBack } from './write-back.ts'

export interface ExchangeDue {
  readonly academy: string
  readonly date: LocalDate
  readonly since?: Instant
  /** How many calls of the date went before. */
  readonly call: number
}

export interface ExchangePorts extends PullPorts {
  readonly files: PullPorts['files'] & Pick<Files, 'putNew' | 'get'>
  readonly stores: Stores
  readonly log: Log
  /** Has this called at an instant, or earlier where it may not be put off so long. */
  again(due: ExchangeDue, at: Instant): Promise<void>
}

/** `refused`: it answered that it will not; `silent`: there was no answer that could be used. */
type Outcome = 'done' | 'refused' | 'silent'

/** What became of it; a task says what was not done, and nothing of what the other system said of people. */
type Attempt = (step: ExchangeStep, act: () => Promise<string | undefined>) => Promise<Outcome>

const attempting =
  (due: ExchangeDue, policy: Policy, ports: ExchangePorts): Attempt =>
  async (step, act) => {
    let outcome: Outcome = 'done'
    let why: string | undefined
    try {
      why = await act()
      if (why !== undefined) outcome = 'refused'
    } catch (error) {
      ports.log.write('EXCHANGE_FAILED', {
        academy: due.academy,
        step,
        error: error instanceof Error ? error.name : '',
      })
      ;[outcome, why] = ['silent', 'It gave no answer that could be used.']
    }
    if (why !== undefined) await tellFailed(due, step, why, policy, ports)
    return outcome
  }

const writing = async (
  { academy }: ExchangeDue,
  date: LocalDate,
  ports: ExchangePorts,
): Promise<string | undefined> => {
  const written = await writeBack(academy, date, ports)
  return written.outcome === 'refused' ? written.why : undefined
}

/** Answers from when on marks are to be asked for next. */
const bringMarks = async (
  { academy, date }: ExchangeDue,
  since: Instant,
  { wonde }: Policy,
  attempt: Attempt,
  ports: ExchangePorts,
): Promise<Instant> => {
  const asked = ports.now()
  const choose = (rows: readonly MisRow[]) => withoutWaiting(academy, date, rows, ports)
  const pull = () => pullMarks(academy, since, ports, ...(wonde.writeBack ? [choose] : []))
  if ((await attempt('marks', async () => void (await pull()))) !== 'done') return since
  await keepMarksUntil(academy, asked, ports.files)
  return asked
}

/** The codes of the last week, and of those weeks in which not everything was written. A system that is silent is not asked for each day. */
const writeAll = async (
  due: ExchangeDue,
  calendar: Calendar,
  attempt: Attempt,
  ports: ExchangePorts,
): Promise<void> => {
  const { academy, date: night } = due
  let isAll = true
  for (const date of datesToWrite(night, await writtenOn(academy, ports.files), calendar)) {
    const outcome = await attempt('write-back', () => writing(due, date, ports))
    if (outcome !== 'done') isAll = false
    if (outcome === 'silent') break
  }
  if (isAll) await keepWrittenOn(academy, night, ports.files)
}

const atNight = async (
  due: ExchangeDue,
  policy: Policy,
  calendar: Calendar,
  attempt: Attempt,
  ports: ExchangePorts,
): Promise<Instant> => {
  const { academy, date } = due
  await attempt('school', async () => {
    const pulled = await pullSchool(academy, ports, policy.wonde.show)
    if (policy.wonde.show) await tellWaiting(due, pulled, policy, ports)
    return undefined
  })
  const { since, lostBefore } = marksAsked(date, await marksUntil(academy, ports.files), calendar, policy.zone)
  if (lostBefore !== undefined) await tellLost(due, lostBefore, policy, ports)
  const next = await bringMarks(due, since, policy, attempt, ports)
  if (policy.wonde.writeBack) await writeAll(due, calendar, attempt, ports)
  return next
}

/** One call. Answers whether another was asked for. */
export const exchange = async (due: ExchangeDue, ports: ExchangePorts): Promise<boolean> => {
  const { academy, date, call } = due
  const now = ports.now()
  const { version } = await policyAt(ports.stores, academy, now)
  const { policy } = version
  const { wonde, zone, day } = policy
  if (!wonde.on || localDate(now, zone) !== date) return false
  const passedOn = `imports/${academy}/exchange/${date}-${call}`
  if (await ports.files.get(passedOn)) return false
  const attempt = attempting(due, policy, ports)
  const calendar = await calendarOf(ports.stores, academy, policy)
  const [opens, ends] = [instantOf(date, day.amOpens, zone), instantOf(date, day.ends, zone)]
  let since = due.since ?? (await atNight(due, policy, calendar, attempt, ports))
  if (!isSchoolDay(calendar, date)) return false
  if (due.since !== undefined && now >= opens) {
    since = await bringMarks(due, since, policy, attempt, ports)
    if (wonde.writeBack) await attempt('write-back', () => writing(due, date, ports))
  }
  if (now >= ends) return false
  await ports.again({ academy, date, since, call: call + 1 }, now < opens ? opens : addMinutes(now, wonde.everyMinutes))
  // Only then: a process that dies in between has its own call delivered again.
  await ports.files.putNew(passedOn, now, 'text/plain')
  return true
}
