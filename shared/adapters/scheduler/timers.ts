import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler'
import { addMinutes, canonicalInstant, type Instant } from '../../domain/time.ts'
import type { SweepTimers, Timers } from '../../ports/timers.ts'
import type { Clock } from '../../ports/world.ts'

interface Settings {
  /** The look queue, or the sweep. */
  readonly targetArn: string
  /** The role by which Scheduler may call it. */
  readonly roleArn: string
}

/** The start of the minute an instant is in. */
const minuteOf = (at: Instant): Instant => canonicalInstant(`${at.slice(0, 16)}:00Z`)

/** The first whole minute not before an instant: an alarm may be late by seconds, never early. */
const wholeMinute = (at: Instant): Instant => {
  const start = minuteOf(at)
  return start === at ? at : addMinutes(start, 1)
}

/** When the alarm can go: Scheduler never runs an instant that has passed, so that becomes the next minute. */
const alarmMinute = (asked: Instant, now: Instant): Instant => {
  const wanted = wholeMinute(canonicalInstant(asked))
  const soonest = addMinutes(minuteOf(now), 1)
  return wanted > soonest ? wanted : soonest
}

interface OneOff {
  readonly academy: string
  /** Between the academy and the minute in the schedule's name. */
  readonly word: string
  readonly at: Instant
  readonly input: Readonly<Record<string, unknown>>
  readonly failuresArn?: string
}

/**
 * A one-off schedule in the academy's own group. The name is the academy, what it is for and the minute, so that setting it twice is
 * a conflict, which is the answer "already set"; Scheduler deletes each when it has gone.
 */
const setOnce = async (client: SchedulerClient, settings: Settings, one: OneOff): Promise<void> => {
  try {
    await client.send(
      new CreateScheduleCommand({
        GroupName: `firstbell-${one.academy}`,
        Name: `${one.academy}-${one.word}-${one.at.slice(0, 16).replace(/\D/g, '')}`,
        ScheduleExpression: `at(${one.at.slice(0, 19)})`,
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: settings.targetArn,
          RoleArn: settings.roleArn,
          Input: JSON.stringify(one.input),
          RetryPolicy: { MaximumEventAgeInSeconds: 1800, MaximumRetryAttempts: 10 },
          ...(one.failuresArn === undefined ? {} : { DeadLetterConfig: { Arn: one.failuresArn } }),
        },
      }),
    )
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error
  }
}

/** One-off alarms: a message on the look queue. */
export const schedulerTimers = (client: SchedulerClient, clock: Clock, settings: Settings): Timers => ({
  async lookAt(academy, asked) {
    const at = alarmMinute(asked, canonicalInstant(clock.now()))
    await setOnce(client, settings, { academy, word: 'look', at, input: { academy, at } })
  },
})

/** One-off sweeps of a morning that opens late, called as the timetable calls its own and with the same dead letters. */
export const schedulerSweepTimers = (
  client: SchedulerClient,
  clock: Clock,
  settings: Settings & { readonly failuresArn: string },
): SweepTimers => ({
  async sweepAt(academy, sweep, asked) {
    const at = alarmMinute(asked, canonicalInstant(clock.now()))
    // A name holds 64 characters and an academy's up to 32: the sweep's first word is enough to tell them apart.
    const word = `late-${sweep.split('-')[0]}`
    const input = { academy, sweep, scheduledTime: at }
    await setOnce(client, settings, { academy, word, at, input, failuresArn: settings.failuresArn })
  },
})
