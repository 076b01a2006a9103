/**
 * The watchdog: on another mechanism than the sweeps, it finds a sweep that did not happen, reports it, and while it would still help
 * looks at the day in its place.
 */
import { type Policy, SWEEPS, type Sweep } from '../../academies/policy.ts'
import { isSchoolDay } from '../domain/calendar.ts'
import { idOf } from '../domain/ids.ts'
import { longestDelay, MORNING_SWEEPS } from '../domain/late-opening.ts'
import { type Instant, instantOf, minutesBetween } from '../domain/time.ts'
import { calendarOf, policyAt, policyOn } from './load-known.ts'
import { type LookPorts, lookAtDay } from './look-at-day.ts'
import { reportSweep } from './sweep.ts'

const isMorning = (sweep: Sweep): boolean => MORNING_SWEEPS.some((each) => each === sweep)

/**
 * Watches one academy at an instant. Reads nothing outside the minutes in which a sweep could have been missed, nor again what `seen`
 * says was settled; `seen` lives as long as the process. On a day that opens late the morning's sweeps are expected at their shifted times.
 */
export const watchAcademy = async (
  academy: string,
  now: Instant,
  ports: LookPorts,
  seen: Set<string>,
): Promise<void> => {
  const { version, date } = await policyAt(ports.stores, academy, now)
  const { guard, zone } = version.policy
  const minutesSince = ({ sweeps }: Policy, sweep: Sweep) => minutesBetween(instantOf(date, sweeps[sweep], zone), now)
  const isDue = (policy: Policy, sweep: Sweep, delay = 0) => {
    const minutes = minutesSince(policy, sweep)
    return minutes >= guard.watchdogAfterMinutes && minutes <= guard.refuseAfterMinutes + delay
  }
  const doubtful = SWEEPS.filter(
    (sweep) =>
      !seen.has(`${academy} ${date} ${sweep}`) &&
      isDue(version.policy, sweep, isMorning(sweep) ? longestDelay(version.policy) : 0),
  )
  if (doubtful.length === 0 || !isSchoolDay(await calendarOf(ports.stores, academy, version.policy), date)) return
  // A mark that a sweep ran is never taken back, so one that is seen counts however old the reading is.
  const done = await ports.stores.runs(academy, date, false)
  const isDone = (sweep: Sweep) => done[sweep] !== undefined
  for (const sweep of doubtful.filter(isDone)) seen.add(`${academy} ${date} ${sweep}`)
  const unseen = doubtful.filter((sweep) => !isDone(sweep))
  if (unseen.length === 0) return
  const today = await policyOn(ports.stores, academy, date, version.policy)
  const isOver = (sweep: Sweep) => minutesSince(today, sweep) > guard.refuseAfterMinutes
  for (const sweep of unseen.filter(isOver)) seen.add(`${academy} ${date} ${sweep}`)
  const overdue = unseen.filter((sweep) => isDue(today, sweep))
  if (overdue.length === 0) return
  const ran = await ports.stores.runs(academy, date)
  const missed = overdue.filter((sweep) => ran[sweep] === undefined)
  for (const sweep of missed) {
    ports.log.write('SWEEP_MISSED', { academy, sweep })
    const why = `The ${sweep} step did not run at ${today.sweeps[sweep]}. Firstbell has done it now; check today's list.`
    await reportSweep(ports.stores, academy, {
      date,
      name: sweep,
      id: idOf(date, 'missed', sweep),
      why,
      now,
      policy: version.version,
      duties: version.policy.duties,
    })
  }
  if (missed.length > 0) await lookAtDay(academy, now, 'watchdog', ports)
  for (const sweep of missed) await ports.stores.ranSweep(academy, date, sweep, now)
  for (const sweep of overdue) seen.add(`${academy} ${date} ${sweep}`)
}
