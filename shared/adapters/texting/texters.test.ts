import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, test } from 'vitest'
import { aTextToSend, type Carrier, texterContract } from '../../../test/contracts/texter.contract.ts'
import { endUserMessagingTexter } from './end-user-messaging.ts'
import { guardedTexter } from './guarded.ts'
import { snsTexter } from './sns.ts'

const now = '2026-01-12T10:30:00.000Z'

const fault = (name: string, $fault?: 'client' | 'server') =>
  Object.assign(new Error(name), { name, ...($fault && { $fault }) })

const ERRORS: Readonly<Record<Exclude<Carrier, 'takes it'>, Error>> = {
  'refuses the number': fault('InvalidParameterException', 'client'),
  'is busy': fault('ThrottlingException', 'client'),
  'cannot be reached': Object.assign(new Error('connect ECONNREFUSED'), { name: 'Error', code: 'ECONNREFUSED' }),
  'does not answer': fault('TimeoutError'),
  breaks: fault('InternalServerException', 'server'),
}

const sns = (carrier: Carrier) => {
  const client = mockClient(SNSClient)
  if (carrier === 'takes it') client.on(PublishCommand).resolves({ MessageId: 'sns-1' })
  else client.on(PublishCommand).rejects(ERRORS[carrier])
  return { client, texter: snsTexter(new SNSClient({})), attempts: () => client.commandCalls(PublishCommand).length }
}

const endUserMessaging = (carrier: Carrier, live = true) => {
  const client = mockClient(PinpointSMSVoiceV2Client)
  if (carrier === 'takes it') client.on(SendTextMessageCommand).resolves({ MessageId: 'eum-1' })
  else client.on(SendTextMessageCommand).rejects(ERRORS[carrier])
  const texter = endUserMessagingTexter(new PinpointSMSVoiceV2Client({}), { configurationSet: 'firstbell', live })
  return { client, texter, attempts: () => client.commandCalls(SendTextMessageCommand).length }
}

texterContract('SNS', sns)
texterContract('End User Messaging', endUserMessaging)

describe('what each provider is told', () => {
  test('SNS: the number, the words, the sender, and that it matters', async () => {
    const { client, texter } = sns('takes it')
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
    const { client, texter } = endUserMessaging('takes it')
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
      const { client, texter } = endUserMessaging('takes it', live)
      await texter.send(aTextToSend, now)
      return client.commandCalls(SendTextMessageCommand).map((call) => call.args[0].input.DryRun)
    }
    expect([await dryRuns(false), await dryRuns(true)]).toEqual([[true], [false]])
  })
  test('the time to live stays within the provider’s limits', async () => {
    const { client, texter } = endUserMessaging('takes it')
    await texter.send({ ...aTextToSend, usefulUntil: now }, now)
    await texter.send({ ...aTextToSend, usefulUntil: '2027-01-12T10:30:00.000Z' }, now)
    expect(client.commandCalls(SendTextMessageCommand).map((call) => call.args[0].input.TimeToLive)).toEqual([
      5, 259_200,
    ])
  })
})

test('a school that is not live texts only numbers that nobody has', async () => {
  const { texter, attempts } = sns('takes it')
  const guarded = guardedTexter(texter, false)
  expect((await guarded.send({ ...aTextToSend, to: '+447700123456' }, now)).outcome).toBe('refused')
  expect(attempts()).toBe(0)
  expect((await guarded.send(aTextToSend, now)).outcome).toBe('accepted')
})
