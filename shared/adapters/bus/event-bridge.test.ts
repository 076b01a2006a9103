import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { mockClient } from 'aws-sdk-client-mock'
import 'aws-sdk-client-mock-vitest/extend'
import { beforeEach, expect, test } from 'vitest'
import { eventBridgeBus } from './event-bridge.ts'

const client = new EventBridgeClient({ region: 'eu-west-2' })
const bridge = mockClient(client)
const bus = eventBridgeBus(client, 'firstbell')
const announcement = (id: string) => ({
  name: 'register-closed.v1',
  academy: 'springbank',
  at: '2026-01-12T09:15:00.000Z',
  id,
  data: { class: '4B' },
})

beforeEach(() => bridge.reset())

test('an announcement carries its name, its id and the instant it is about', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] })
  await bus.announce([announcement('a1')])
  expect(bridge).toHaveReceivedCommandWith(PutEventsCommand, {
    Entries: [
      {
        EventBusName: 'firstbell',
        Source: 'firstbell',
        DetailType: 'register-closed.v1',
        Time: new Date('2026-01-12T09:15:00.000Z'),
        Detail: '{"id":"a1","academy":"springbank","at":"2026-01-12T09:15:00.000Z","data":{"class":"4B"}}',
      },
    ],
  })
})

test('one announcement of a batch that was not taken makes all come again', async () => {
  bridge
    .on(PutEventsCommand)
    .resolves({ FailedEntryCount: 1, Entries: [{ EventId: 'e1' }, { ErrorCode: 'ThrottlingException' }] })
  await expect(bus.announce([announcement('a1'), announcement('a2')])).rejects.toThrow('did not take 1 of 2')
})

test('announcements go in tens', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] })
  await bus.announce(Array.from({ length: 11 }, (_, n) => announcement(`a${n}`)))
  expect(bridge).toHaveReceivedCommandTimes(PutEventsCommand, 2)
})
