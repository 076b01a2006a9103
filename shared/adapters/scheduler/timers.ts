import { ConflictException, CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler'
import { addMinutes, canonicalInstant, type Instant } from '../../domain/time.ts'
import type { Timers } from '../../ports/timers.ts'
import type { Clock } from '../../ports/world.ts'

interface Settings {
  /** The look queue. */
  readonly targetArn: string
  /** The role by which Scheduler may put a message on it. */
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

/**
 * One-off schedules in the academy's own group. The name is the academy and the minute, so that setting the same alarm twice is
 * a conflict, which is the answer "already set"; Scheduler deletes each when it has gone.
 */
export const schedulerTimers = (client: SchedulerClient, clock: Clock, settings: Settings): Timers => ({
  async lookAt(academy, asked) {
    const at = alarmMinute(asked, canonicalInstant(clock.now()))
    try {
      await client.send(
        new CreateScheduleCommand({
          GroupName: `firstbell-${academy}`,
          Name: `${academy}-look-${at.slice(0, 16).replace(/\D/g, '')}`,
          ScheduleExpression: `at(${at.slice(0, 19)})`,
          ScheduleExpressionTimezone: 'UTC',
          FlexibleTimeWindow: { Mode: 'OFF' },
          ActionAfterCompletion: 'DELETE',
          Target: {
            Arn: settings.targetArn,
            RoleArn: settings.roleArn,
            Input: JSON.stringify({ academy, at }),
            RetryPolicy: { MaximumEventAgeInSeconds: 1800, MaximumRetryAttempts: 10 },
          },
        }),
      )
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error
    }
  },
})
