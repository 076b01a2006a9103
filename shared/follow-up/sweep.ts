/**
 * A sweep of the timetable: guarded by the school's calendar and against lateness, then one look at the day. Its mark that it ran is
 * written last, so that a sweep which died is run again and not taken for done.
 */

import type { Policy, Sweep } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { isSchoolDay } from '../domain/calendar.ts'
import { lateSweepTask } from '../domain/pipeline/still-useful.ts'
import { type Instant, instantOf, minutesBetween } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { calendarOf, policyAt, policyOn } from './load-known.ts'
import { type LookPorts, lookAtDay } from './look-at-day.ts'
import { watchSpend } from './spend-watch.ts'

/** A task for the office and the Lead that a sweep did not do its work. Raised once per sweep and day. */
export const reportSweep = async (
  stores: Stores,
  academy: string,
  sweep: {
    readonly date: string
    readonly name: string
    readonly id: string
    readonly why: string
    readonly now: Instant
    readonly policy: string
    readonly duties: Policy['duties']
  },
): Promise<void> => {
  const ground = {
    rule: 'lateness-guard',
    clause: 'Safety floor: a text about this morning must not arrive this afternoon',
  }
  await stores.raiseTask(
    academy,
    {
      ...ground,
      id: sweep.id,
      kind: 'late-sweep',
      date: sweep.date,
      version: 1,
      pupils: [],
      raised: sweep.now,
      ...assigned(sweep.duties.lateStep, sweep.now),
      urgent: true,
      state: 'open',
      why: sweep.why,
      about: sweep.name,
      pages: {},
    },
    {
      ...ground,
      at: sweep.now,
      by: 'system',
      kind: 'task-raised',
      policy: sweep.policy,
      detail: { task: sweep.id, task_kind: 'late-sweep', sweep: sweep.name },
      look: true,
    },
  )
}

/**
 * Runs a sweep that was due at `scheduled`. Does nothing on a day without school, nor before its time on a day that opens late; refuses,
 * with a task, when it is too late.
 */
export const runSweep = async (
  due: { readonly academy: string; readonly sweep: Sweep; readonly scheduledTime: Instant },
  now: Instant,
  ports: LookPorts,
): Promise<void> => {
  const { academy, sweep, scheduledTime } = due
  const { version, date } = await policyAt(ports.stores, academy, scheduledTime)
  const calendar = await calendarOf(ports.stores, academy, version.policy)
  if (!isSchoolDay(calendar, date)) return
  const minutesLate = minutesBetween(scheduledTime, now)
  const isTooLate = minutesLate > version.policy.guard.refuseAfterMinutes
  // A look before the shifted time finds nothing due: it costs no more than to ask whether there is a late opening.
  const { policy, cards } = isTooLate
    ? { policy: await policyOn(ports.stores, academy, date, version.policy), cards: [] }
    : await lookAtDay(academy, now, sweep, ports)
  const { sweeps, zone } = policy
  // The school opens late: this was the ordinary time, and the one-off of that morning is still to come.
  if (scheduledTime < instantOf(date, sweeps[sweep], zone)) {
    ports.log.write('SWEEP_STOOD_DOWN', { academy, sweep })
    return
  }
  if (isTooLate) {
    // A second delivery of a sweep that ran is no late sweep.
    if ((await ports.stores.runs(academy, date))[sweep] !== undefined) return
    ports.log.write('SWEEP_LATE', { academy, sweep, minutesLate })
    const why = `The ${sweep} step ran ${minutesLate} minutes late and sent nothing. Look at today's list and ring where needed.`
    await reportSweep(ports.stores, academy, {
      date,
      name: sweep,
      id: lateSweepTask(date, sweep),
      why,
      now,
      policy: version.version,
      duties: version.policy.duties,
    })
  }
  if (sweep === 'day-end')
    await watchSpend(ports.stores, { academy, date, cards, policy, policyVersion: version.version }, now)
  await ports.stores.ranSweep(academy, date, sweep, now)
}
