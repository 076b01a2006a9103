import { expect, test } from 'vitest'
import { makeBus } from './bus.ts'
import { virtualClock } from './clock.ts'
import { makeDeliveries } from './deliveries.ts'
import { faultBoard } from './faults.ts'
import { makeQueues } from './queues.ts'
import { startSchedules } from './schedules.ts'
import { readStacks } from './template.ts'
import { makeTurning } from './turning.ts'
import { readWiring } from './wiring.ts'

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })
const template = {
  Resources: {
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'firstbell' } },
    Heard: { Type: 'AWS::SQS::Queue' },
    Failed: { Type: 'AWS::SQS::Queue' },
    Sweep: { Type: 'AWS::Lambda::Function', Metadata: { 'firstbell.folder': 'sweep' } },
    Closed: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventBusName: { Ref: 'Bus' },
        EventPattern: {
          source: ['firstbell'],
          'detail-type': [{ prefix: 'register-' }],
          detail: { academy: ['springbank'] },
        },
        Targets: [{ Arn: arn('Heard'), Id: 'Target0' }],
      },
    },
    ElsewhereBus: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: ['firstbell'] }, Targets: [{ Arn: arn('Heard'), Id: 'Target0' }] },
    },
    Morning: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(15 9 ? * MON-FRI *)',
        Target: {
          Arn: arn('Sweep'),
          Input: '{"sweep":"register-close","academy":"springbank"}',
          RetryPolicy: { MaximumEventAgeInSeconds: 1800, MaximumRetryAttempts: 3 },
          DeadLetterConfig: { Arn: arn('Failed') },
        },
      },
    },
  },
}

const open = () => {
  const wiring = readWiring(readStacks([{ name: 'core', template }]))
  const clock = virtualClock('2026-01-12T09:00:00.000Z')
  const faults = faultBoard()
  const called: string[] = []
  const calls = {
    call: async () => undefined,
    callLater: async () => {
      called.push(clock.now())
    },
  }
  const queues = makeQueues(wiring, clock, faults, () => calls)
  const deliveries = makeDeliveries(wiring, clock, faults, calls, queues)
  startSchedules(wiring, clock, faults, deliveries)
  const turning = makeTurning(clock, [() => queues.pump()])
  const held = (queue: string) => queues.holds(`x:${queue}`).map(({ body }) => JSON.parse(body))
  const unreachable = (...folders: readonly string[]) => faults.set({ ...faults.now(), unreachable: [...folders] })
  return { ...makeBus(wiring, deliveries), turning, called, held, unreachable }
}

const said = (name: string, academy: string, id = name) => ({
  name,
  academy,
  id,
  at: '2026-01-12T09:15:00.000Z',
  data: {},
})

test('an announcement goes to the targets of the rules of its bus whose pattern it fits, once', async () => {
  const { bus, held, announced } = open()
  await bus('firstbell').announce([said('register-closed.v1', 'springbank'), said('text-sent.v1', 'springbank')])
  await bus('firstbell').announce([
    said('register-closed.v1', 'springbank'),
    said('register-closed.v1', 'hilltop', 'h'),
  ])
  expect(announced).toHaveLength(3)
  expect(held('Heard')).toMatchObject([
    { source: 'firstbell', 'detail-type': 'register-closed.v1', detail: { academy: 'springbank' } },
  ])
})

test('a schedule whose target cannot be called is tried again, and called once it can', async () => {
  const { turning, called, held, unreachable } = open()
  unreachable('sweep')
  await turning.turnTo('2026-01-12T09:17:00.000Z')
  expect(called).toEqual([])
  unreachable()
  await turning.turnTo('2026-01-12T09:40:00.000Z')
  expect(called).toEqual(['2026-01-12T09:18:00.000Z'])
  expect(held('Failed')).toEqual([])
})

test('a schedule whose target can never be called is kept in its dead letters after the tries of its retry policy', async () => {
  const { turning, called, held, unreachable } = open()
  unreachable('sweep')
  await turning.turnTo('2026-01-12T10:00:00.000Z')
  expect(called).toEqual([])
  expect(held('Failed')).toEqual([{ sweep: 'register-close', academy: 'springbank' }])
})
