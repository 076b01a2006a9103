import {
  ConflictException,
  CreateScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
} from '@aws-sdk/client-scheduler'
import { mockClient } from 'aws-sdk-client-mock'
import 'aws-sdk-client-mock-vitest/extend'
import { beforeEach, expect, test } from 'vitest'
import { schedulerSweepTimers, schedulerTimers } from './timers.ts'

const client = new SchedulerClient({ region: 'eu-west-2' })
const scheduler = mockClient(client)
const timers = schedulerTimers(
  client,
  { now: () => '2026-06-12T09:30:05.000Z' },
  { targetArn: 'arn:look', roleArn: 'arn:timers' },
)

beforeEach(() => scheduler.reset().on(CreateScheduleCommand).resolves({}))

const asked = () => scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input

test('an alarm is a one-off schedule of the academy, named after its minute, gone when it has rung', async () => {
  await timers.lookAt('springbank', '2026-06-12T09:50:00.000Z')
  expect(scheduler).toHaveReceivedCommandWith(CreateScheduleCommand, {
    GroupName: 'firstbell-springbank',
    Name: 'springbank-look-202606120950',
    ScheduleExpression: 'at(2026-06-12T09:50:00)',
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:look',
      RoleArn: 'arn:timers',
      Input: '{"academy":"springbank","at":"2026-06-12T09:50:00.000Z"}',
      RetryPolicy: { MaximumEventAgeInSeconds: 1800, MaximumRetryAttempts: 10 },
    },
  })
})

test('an alarm inside a minute rings at the next whole one, never early', async () => {
  await timers.lookAt('springbank', '2026-06-12T09:50:00.001Z')
  expect(asked()?.ScheduleExpression).toBe('at(2026-06-12T09:51:00)')
})

test.each(['2026-06-12T09:30:00.000Z', '2026-06-12T09:30:30.000Z', '2026-06-11T08:00:00.000Z'])(
  'an alarm for %s, which has passed or is about to, rings at the next minute',
  async (at) => {
    await timers.lookAt('springbank', at)
    expect(asked()?.Name).toBe('springbank-look-202606120931')
  },
)

test('setting an alarm that is set already is no trouble', async () => {
  scheduler
    .on(CreateScheduleCommand)
    .rejects(new ConflictException({ message: 'exists', Message: 'exists', $metadata: {} }))
  await expect(timers.lookAt('springbank', '2026-06-12T09:50:00.000Z')).resolves.toBeUndefined()
})

test('an alarm that could not be set is the caller’s trouble: the academy has no schedules yet', async () => {
  scheduler
    .on(CreateScheduleCommand)
    .rejects(new ResourceNotFoundException({ message: 'no group', Message: 'no group', $metadata: {} }))
  await expect(timers.lookAt('hilltop', '2026-06-12T09:50:00.000Z')).rejects.toThrow('no group')
})

test('a sweep of a late opening is called like one of the timetable, once, with its own dead letters', async () => {
  const clock = { now: () => '2026-01-12T07:30:00.000Z' }
  const settings = { targetArn: 'arn:sweep', roleArn: 'arn:schedules', failuresArn: 'arn:failures' }
  const sweeps = schedulerSweepTimers(client, clock, settings)
  await sweeps.sweepAt('springbank', 'unreported-absence', '2026-01-12T11:30:00.000Z')
  expect(asked()).toMatchObject({
    GroupName: 'firstbell-springbank',
    Name: 'springbank-late-unreported-202601121130',
    ScheduleExpression: 'at(2026-01-12T11:30:00)',
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:sweep',
      RoleArn: 'arn:schedules',
      DeadLetterConfig: { Arn: 'arn:failures' },
      Input: JSON.stringify({
        academy: 'springbank',
        sweep: 'unreported-absence',
        scheduledTime: '2026-01-12T11:30:00.000Z',
      }),
    },
  })
})

test('the name of a late sweep fits Scheduler’s 64 characters for the longest name of an academy', async () => {
  const settings = { targetArn: 'arn:sweep', roleArn: 'arn:schedules', failuresArn: 'arn:failures' }
  const sweeps = schedulerSweepTimers(client, { now: () => '2026-01-12T07:30:00.000Z' }, settings)
  await sweeps.sweepAt('a'.repeat(32), 'unreported-absence', '2026-01-12T11:30:00.000Z')
  expect(asked()?.Name?.length).toBeLessThanOrEqual(64)
})
