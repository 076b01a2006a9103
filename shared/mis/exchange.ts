/**
 * The day's exchange with a school's own system. The night begins it; each call has the next one called, until the school day is over. Safe to come twice:
 * files are idempotent, the same mark written twice is the same mark, and a call that has had the next one called does nothing when it is delivered
 * again, or the day would go on in two chains.
 */
import type { Policy } from '../../academies/policy.ts'
import { isSchoolDay } from '../domain/calendar.ts'
import { addDays, addMinutes, type Instant, instantOf, type LocalDate, localDate } from '../domain/time.ts'
import { calendarOf, policyAt } from '../follow-up/load-known.ts'
import type { Files } from '../ports/files.ts'
import type { Stores } from '../ports/stores.ts'
import type { Log } from '../ports/world.ts'
import { type ExchangeStep, tellFailed, tellWaiting } from './exchange-tasks.ts'
import { type PullPorts, pullMarks, pullSchool } from './pull.ts'
import { writeBack } from './write-back.ts'

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

/** Dates whose agreed codes the night writes back: most reasons are known by then. */
const WRITTEN_BACK_DAYS = 7

/** Whether it was done; a task says what was not, and nothing of what the other system said of people. */
type Attempt = (step: ExchangeStep, act: () => Promise<string | undefined>) => Promise<boolean>

const attempting =
  (due: ExchangeDue, policy: Policy, ports: ExchangePorts): Attempt =>
  async (step, act) => {
    let why: string | undefined
    try {
      why = await act()
    } catch (error) {
      ports.log.write('EXCHANGE_FAILED', {
        academy: due.academy,
        step,
        error: error instanceof Error ? error.name : '',
      })
      why = 'It gave no answer that could be used.'
    }
    if (why !== undefined) await tellFailed(due, step, why, policy, ports)
    return why === undefined
  }

const writing = async (
  { academy }: ExchangeDue,
  date: LocalDate,
  ports: ExchangePorts,
): Promise<string | undefined> => {
  const written = await writeBack(academy, date, ports)
  return written.outcome === 'refused' ? written.why : undefined
}

const atNight = async (due: ExchangeDue, policy: Policy, attempt: Attempt, ports: ExchangePorts): Promise<Instant> => {
  const { academy, date } = due
  const yesterday = instantOf(addDays(date, -1), '00:00', policy.zone)
  await attempt('school', async () => {
    const pulled = await pullSchool(academy, ports, policy.wonde.show)
    if (policy.wonde.show) await tellWaiting(due, pulled, policy, ports)
    return undefined
  })
  const asked = ports.now()
  const isAnswered = await attempt('marks', async () => void (await pullMarks(academy, yesterday, ports)))
  if (policy.wonde.writeBack)
    for (let back = 1; back <= WRITTEN_BACK_DAYS; back++)
      await attempt('write-back', () => writing(due, addDays(date, -back), ports))
  return isAnswered ? asked : yesterday
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
  const [opens, ends] = [instantOf(date, day.amOpens, zone), instantOf(date, day.ends, zone)]
  let since = due.since ?? (await atNight(due, policy, attempt, ports))
  if (!isSchoolDay(await calendarOf(ports.stores, academy, policy), date)) return false
  if (due.since !== undefined && now >= opens) {
    const asked = since
    if (await attempt('marks', async () => void (await pullMarks(academy, asked, ports)))) since = now
    if (wonde.writeBack) await attempt('write-back', () => writing(due, date, ports))
  }
  if (now >= ends) return false
  await ports.again({ academy, date, since, call: call + 1 }, now < opens ? opens : addMinutes(now, wonde.everyMinutes))
  // Only then: a process that dies in between has its own call delivered again.
  await ports.files.putNew(passedOn, now, 'text/plain')
  return true
}
