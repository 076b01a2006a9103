import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountContract, aTextToSend, type Carrier, texterContract } from '../../../test/contracts/texter.contract.ts'
import { type Answer, nobodyThere, providerServer } from '../../../test/support/provider-server.ts'
import { twilioTexter } from './twilio.ts'

const SID = `SM${'0123456789abcdef'.repeat(2)}`
const ACCOUNT = `AC${'0'.repeat(32)}`
const account = async () => ({
  accountSid: ACCOUNT,
  authToken: 'made-up',
  statusCallback: 'https://attendance.example.org/hooks/twilio/receipt',
})
const now = '2026-01-12T10:30:00.000Z'

const error = (status: number, code: number): Answer => ({
  status,
  body: { code, message: 'no', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

const ANSWERS: Readonly<Record<Exclude<Carrier, 'cannot be reached'>, Answer>> = {
  'takes it': { status: 201, body: { sid: SID, status: 'queued', num_segments: '1', error_code: null } },
  'refuses the number': error(400, 21_211),
  'is busy': error(429, 20_429),
  'does not answer': 'hang up',
  breaks: error(503, 20_503),
}

let answering: Answer = ANSWERS['takes it']
let nowhere = ''
let server: Awaited<ReturnType<typeof providerServer>>

beforeAll(async () => {
  nowhere = await nobodyThere()
  server = await providerServer(() => answering)
})
afterAll(() => server.close())

const twilio = (carrier: Carrier) => {
  const before = server.asked.length
  answering = carrier === 'cannot be reached' ? 'hang up' : ANSWERS[carrier]
  // A port on which nothing listens: the attempt is counted by hand, as it reaches nobody.
  if (carrier === 'cannot be reached') return { texter: twilioTexter(account, nowhere), attempts: () => 1 }
  return { texter: twilioTexter(account, server.url), attempts: () => server.asked.length - before }
}

texterContract('Twilio', twilio)
accountContract('Twilio', twilioTexter)

describe('Twilio', () => {
  test('is told the number, the words, where to say what became of it, and when it no longer helps', async () => {
    const { texter } = twilio('takes it')
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'accepted', providerId: SID })
    const asked = server.asked.at(-1)
    expect([asked?.method, asked?.url]).toEqual(['POST', `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`])
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      To: '+447700900101',
      From: '+447700900900',
      Body: aTextToSend.body,
      StatusCallback: 'https://attendance.example.org/hooks/twilio/receipt',
      ValidityPeriod: '5400',
    })
    expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:made-up`).toString('base64')}`)
  })
  test('the validity stays within the provider’s limits', async () => {
    const { texter } = twilio('takes it')
    await texter.send({ ...aTextToSend, usefulUntil: now }, now)
    await texter.send({ ...aTextToSend, usefulUntil: '2027-01-12T10:30:00.000Z' }, now)
    const lives = server.asked.slice(-2).map(({ body }) => new URLSearchParams(body).get('ValidityPeriod'))
    expect(lives).toEqual(['1', '14400'])
  })
  test('a refusal says which, and nothing else', async () => {
    const { texter } = twilio('refuses the number')
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'Twilio 21211' })
    // 21610: the recipient has said STOP.
    answering = error(400, 21_610)
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'Twilio 21610' })
    answering = error(401, 20_003)
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'Twilio 20003', elsewhere: true })
  })
  test('an answer that is not Twilio’s leaves nobody knowing', async () => {
    const { texter } = twilio('takes it')
    answering = { status: 201, body: { sid: 'x' } }
    expect((await texter.send(aTextToSend, now)).outcome).toBe('uncertain')
  })
})
