/** What SNS and End User Messaging are told; what they share with every provider is in `test/contracts`. */
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, test } from 'vitest'
import { aTextToSend } from '../../../test/contracts/texter-contract.ts'
import { endUserMessagingTexter } from './end-user-messaging.ts'
import { guardedTexter } from './guarded.ts'
import { snsTexter } from './sns.ts'

const now = '2026-01-12T10:30:00.000Z'

const sns = () => {
  const asked = new SNSClient({})
  const client = mockClient(asked)
  client.on(PublishCommand).resolves({ MessageId: 'sns-1' })
  return { client, texter: snsTexter(asked), attempts: () => client.commandCalls(PublishCommand).length }
}

const endUserMessaging = (live = true) => {
  const asked = new PinpointSMSVoiceV2Client({})
  const client = mockClient(asked)
  client.on(SendTextMessageCommand).resolves({ MessageId: 'eum-1' })
  const texter = endUserMessagingTexter(asked, { configurationSet: 'firstbell', live })
  return { client, texter }
}

describe('what each provider is told', () => {
  test('SNS: the number, the words, the sender, and that it matters', async () => {
    const { client, texter } = sns()
    await texter.send(aTextToSend, now)
    expect(client.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: '+447700900101',
      Message: aTextToSend.body,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'Springbank' },
        'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: '+447700900900' },
      },
    })
  })
  test('End User Messaging: also our reference, and to forget the text when it no longer helps', async () => {
    const { client, texter } = endUserMessaging()
    await texter.send(aTextToSend, now)
    expect(client.commandCalls(SendTextMessageCommand)[0]?.args[0].input).toMatchObject({
      OriginationIdentity: '+447700900900',
      MessageType: 'TRANSACTIONAL',
      ConfigurationSetName: 'firstbell',
      TimeToLive: 5400,
      Context: { reference: 'abc123' },
    })
  })
  test('End User Messaging, of a school that is not live: to check everything and send nothing', async () => {
    const dryRuns = async (live: boolean) => {
      const { client, texter } = endUserMessaging(live)
      await texter.send(aTextToSend, now)
      return client.commandCalls(SendTextMessageCommand).map((call) => call.args[0].input.DryRun)
    }
    expect([await dryRuns(false), await dryRuns(true)]).toEqual([[true], [false]])
  })
  test('the time to live stays within the provider’s limits', async () => {
    const { client, texter } = endUserMessaging()
    await texter.send({ ...aTextToSend, usefulUntil: now }, now)
    await texter.send({ ...aTextToSend, usefulUntil: '2027-01-12T10:30:00.000Z' }, now)
    expect(client.commandCalls(SendTextMessageCommand).map((call) => call.args[0].input.TimeToLive)).toEqual([
      5, 259_200,
    ])
  })
})

test('a school that is not live texts only numbers that nobody has', async () => {
  const { texter, attempts } = sns()
  const guarded = guardedTexter(texter, false)
  expect((await guarded.send({ ...aTextToSend, to: '+447700123456' }, now)).outcome).toBe('refused')
  expect(attempts()).toBe(0)
  expect((await guarded.send(aTextToSend, now)).outcome).toBe('accepted')
})
