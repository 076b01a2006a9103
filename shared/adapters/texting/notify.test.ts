import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountContract, aTextToSend, type Carrier, texterContract } from '../../../test/contracts/texter.contract.ts'
import { type Answer, nobodyThere, providerServer } from '../../../test/support/provider-server.ts'
import { notifyTexter } from './notify.ts'

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506'
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const ID = '740e5834-3a29-46b4-9a6f-16142fde533a'
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
const account = async () => ({ apiKey: `springbank-${SERVICE}-${SECRET}`, templateId: TEMPLATE })
const now = '2026-01-12T10:30:00.000Z'

const error = (status: number, kind: string, message: string): Answer => ({
  status,
  body: { status_code: status, errors: [{ error: kind, message }] },
})

/** The documented answers. */
const ANSWERS: Readonly<Record<Exclude<Carrier, 'cannot be reached'>, Answer>> = {
  'takes it': {
    status: 201,
    body: {
      id: ID,
      reference: aTextToSend.key,
      content: { body: aTextToSend.body, from_number: 'Springbank' },
      uri: `https://api.notifications.service.gov.uk/v2/notifications/${ID}`,
      template: { id: TEMPLATE, version: 1, uri: 'https://api.notifications.service.gov.uk/v2/template/x' },
    },
  },
  'refuses the number': error(400, 'ValidationError', 'phone_number Not a UK mobile number'),
  'is busy': error(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds'),
  'does not answer': 'hang up',
  breaks: error(500, 'Exception', 'Internal server error'),
}

let answering: Answer = ANSWERS['takes it']
let nowhere = ''
let server: Awaited<ReturnType<typeof providerServer>>

beforeAll(async () => {
  nowhere = await nobodyThere()
  server = await providerServer(() => answering)
})
afterAll(() => server.close())

const notify = (carrier: Carrier) => {
  const before = server.asked.length
  answering = carrier === 'cannot be reached' ? 'hang up' : ANSWERS[carrier]
  // A port on which nothing listens: the attempt is counted by hand, as it reaches nobody.
  if (carrier === 'cannot be reached') return { texter: notifyTexter(account, nowhere), attempts: () => 1 }
  return { texter: notifyTexter(account, server.url), attempts: () => server.asked.length - before }
}

texterContract('GOV.UK Notify', notify)
accountContract('GOV.UK Notify', notifyTexter)

const claimsOf = (authorization: unknown): unknown =>
  JSON.parse(Buffer.from(String(authorization).split('.')[1] ?? '', 'base64url').toString())

describe('GOV.UK Notify', () => {
  test('is told the number, the whole text as one field, and a reference that says nothing of anybody', async () => {
    const { texter } = notify('takes it')
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'accepted', providerId: ID })
    const asked = server.asked.at(-1)
    expect([asked?.method, asked?.url]).toEqual(['POST', '/v2/notifications/sms'])
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      template_id: TEMPLATE,
      phone_number: '+447700900101',
      personalisation: { text: aTextToSend.body },
      reference: aTextToSend.key,
    })
    expect(claimsOf(asked?.headers.authorization)).toMatchObject({ iss: SERVICE })
  })
  test('is given the letters it can send, so that no child is called ?ukasz', async () => {
    const { texter } = notify('takes it')
    await texter.send({ ...aTextToSend, body: 'Łukasz and Siân are not in' }, now)
    expect(JSON.parse(server.asked.at(-1)?.body ?? '').personalisation).toEqual({ text: 'Lukasz and Siân are not in' })
  })
  test('a refusal says what Notify calls it; one of our account may be tried elsewhere', async () => {
    const { texter } = notify('refuses the number')
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'ValidationError' })
    answering = error(403, 'AuthError', 'Invalid token: API key not found')
    expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'AuthError', elsewhere: true })
  })
  test('an answer that is not Notify’s leaves nobody knowing', async () => {
    const { texter } = notify('takes it')
    answering = { status: 201, body: '<html>' }
    expect((await texter.send(aTextToSend, now)).outcome).toBe('uncertain')
  })
})

describe('a text looked for at GOV.UK Notify', () => {
  const list = (reference: string | null): Answer => ({
    status: 200,
    body: { notifications: [{ id: ID, reference, type: 'sms', status: 'delivered' }], links: { current: 'x' } },
  })
  const find = async (answer: Answer) => {
    const { texter } = notify('takes it')
    answering = answer
    return await texter.find?.(aTextToSend.key)
  }
  test('is found by our reference', async () => {
    expect(await find(list(aTextToSend.key))).toEqual({ found: 'taken', providerId: ID })
    const { searchParams, pathname } = new URL(server.asked.at(-1)?.url ?? '', server.url)
    expect([pathname, searchParams.get('reference'), searchParams.get('template_type')]).toEqual([
      '/v2/notifications',
      aTextToSend.key,
      'sms',
    ])
  })
  test('is not there, and another’s is not ours', async () => {
    expect(await find({ status: 200, body: { notifications: [], links: { current: 'x' } } })).toEqual({ found: 'none' })
    expect(await find(list(null))).toEqual({ found: 'none' })
  })
  test.each([error(500, 'Exception', 'x'), error(429, 'RateLimitError', 'x'), 'hang up' as const])(
    'is unknown when Notify does not say',
    async (answer) => {
      expect(await find(answer)).toEqual({ found: 'unknown' })
    },
  )
})
