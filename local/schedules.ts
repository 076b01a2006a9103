/** Schedules and rules of the template on the turned clock, and one-off alarms. */
import * as z from 'zod'
import { addMinutes, type Instant } from '../shared/domain/time.ts'
import type { SweepTimers, Timers } from '../shared/ports/timers.ts'
import { RANK, type VirtualClock } from './clock.ts'
import { nextTime } from './cron.ts'
import type { Deliveries } from './deliveries.ts'
import type { FaultBoard } from './faults.ts'
import type { Queues } from './queues.ts'
import type { Wiring } from './wiring.ts'

const SweepInput = z.object({ academy: z.string(), sweep: z.string() })

const seconds = (at: Instant): string => `${at.slice(0, 19)}Z`

/** Substitutes the context attributes that Scheduler fills in. */
export const scheduledInput = (input: string, at: Instant, arn: string): unknown =>
  JSON.parse(
    input
      .replaceAll('<aws.scheduler.scheduled-time>', seconds(at))
      .replaceAll('<aws.scheduler.execution-id>', `${arn.split(':').at(-1)}-${seconds(at)}`)
      .replaceAll('<aws.scheduler.attempt-number>', '1')
      .replaceAll('<aws.scheduler.schedule-arn>', arn),
  )

/** A sweep falls due, unless it is to be skipped; late by as much as it is to be. */
const sweepDue = (
  clock: VirtualClock,
  faults: FaultBoard,
  sweep: { readonly name: string; readonly due: Instant; readonly what: string },
  run: () => Promise<void>,
): void => {
  const { skip, late } = faults.now()
  if (skip.some((skipped) => skipped === sweep.name)) return
  const minutes = Object.entries(late).find(([delayed]) => delayed === sweep.name)?.[1] ?? 0
  clock.add({ at: addMinutes(sweep.due, minutes), rank: RANK.timetable, what: sweep.what, run })
}

/** Puts every recurring schedule and rule on the clock's agenda, each entering its next time when it falls due. */
export const startSchedules = (
  wiring: Wiring,
  clock: VirtualClock,
  faults: FaultBoard,
  deliveries: Deliveries,
): void => {
  const recur = (next: (after: Instant) => Instant | undefined, fire: (at: Instant) => void, from: Instant): void => {
    const at = next(from)
    if (at === undefined) return
    clock.add({
      at,
      rank: RANK.timetable,
      run: async () => {
        fire(at)
        recur(next, fire, at)
      },
    })
  }

  for (const schedule of wiring.schedules) {
    const next = nextTime(schedule.ScheduleExpression, schedule.ScheduleExpressionTimezone)
    const fire = (due: Instant): void => {
      const event = scheduledInput(schedule.Target.Input ?? '{}', due, schedule.arn)
      const sweep = SweepInput.safeParse(event)
      const name = sweep.success ? sweep.data.sweep : ''
      const what = sweep.success ? `${sweep.data.academy} ${name}` : schedule.id
      sweepDue(clock, faults, { name, due, what }, () => deliveries.deliver(schedule.Target, event))
    }
    recur(next, fire, clock.now())
  }

  for (const rule of wiring.rules) {
    if (rule.ScheduleExpression === undefined) continue
    const next = nextTime(rule.ScheduleExpression, 'UTC')
    const fire = (at: Instant): void => {
      for (const target of rule.Targets) {
        const event: unknown = target.Input
          ? JSON.parse(target.Input)
          : {
              version: '0',
              id: `${rule.id}-${at}`,
              'detail-type': 'Scheduled Event',
              source: 'aws.events',
              time: seconds(at),
              region: 'eu-west-2',
              resources: [rule.arn],
              detail: {},
            }
        clock.add({
          at,
          rank: RANK.timetable,
          what: wiring.functions.find(({ arn }) => arn === target.Arn)?.folder ?? rule.id,
          run: () => deliveries.deliver(target, event),
        })
      }
    }
    recur(next, fire, clock.now())
  }
}

const minuteOf = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z`

const alarmMinute = (asked: Instant, now: Instant): Instant => {
  const wanted = minuteOf(asked) < asked ? addMinutes(minuteOf(asked), 1) : minuteOf(asked)
  const soonest = addMinutes(minuteOf(now), 1)
  return wanted > soonest ? wanted : soonest
}

/**
 * One-off alarms as Scheduler keeps them: on the whole minute, never early, an instant that has passed becoming the next minute.
 * The same alarm set twice rings once.
 */
export const localTimers = (queueArn: string, clock: VirtualClock, queues: Queues, set: Set<string>): Timers => ({
  async lookAt(academy, asked) {
    const at = alarmMinute(asked, clock.now())
    const name = `${academy} ${at}`
    if (set.has(name)) return
    set.add(name)
    const run = async () => {
      set.delete(name)
      queues.send(queueArn, [JSON.stringify({ academy, at })])
    }
    clock.add({ at, rank: RANK.timetable, what: `${academy} look-again`, run })
  },
})

/** As `shared/adapters/scheduler` asks of one-off schedules. */
const ONE_OFF = { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 1800 }

/** One-off sweeps of a late opening, with the same faults and patience as those of the timetable. */
export const localSweepTimers = (
  { targetArn, failuresArn }: { readonly targetArn: string; readonly failuresArn: string },
  clock: VirtualClock,
  faults: FaultBoard,
  deliveries: Deliveries,
  set: Set<string>,
): SweepTimers => ({
  async sweepAt(academy, sweep, asked) {
    const due = alarmMinute(asked, clock.now())
    const name = `${academy} ${sweep} ${due}`
    if (set.has(name)) return
    set.add(name)
    const target = { Arn: targetArn, RetryPolicy: ONE_OFF, DeadLetterConfig: { Arn: failuresArn } }
    const ring = async () => {
      set.delete(name)
      const event = { academy, sweep, scheduledTime: due }
      const what = { name: sweep, due, what: `${academy} ${sweep}` }
      sweepDue(clock, faults, what, () => deliveries.deliver(target, event))
    }
    clock.add({ at: due, rank: RANK.timetable, run: ring })
  },
})
