import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callbackFor } from '../../shared/adapters/texting/twilio-callback.ts'
import { twilioSignature } from '../../shared/adapters/texting/twilio-signature.ts'
import type { World } from '../../shared/ports/world.ts'
import { make } from './handler.ts'
import { HOOK_ROUTES, type HookRoute } from './routes-table.ts'

const TOKEN = 'a-callback-token-of-springbank'
const AUTH = 'an-auth-token-of-springbank'
const AUTH_BEFORE = 'the-auth-token-before-the-newest'
const API_KEY = 'springbank-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'
const accounts = (callbackToken: string, authToken: string) =>
  JSON.stringify({
    notify: {
      springbank: { apiKey: API_KEY, templateId: 'f33517ff-2a88-4f6e-b855-c550268ce08a', callbackToken },
    },
    twilio: {
      springbank: {
        accountSid: `AC${'0'.repeat(32)}`,
        authToken,
        statusCallback: 'https://attendance.example.org/hooks/twilio/receipt',
      },
    },
    unused: 'x',
  })

/** The world of the hooks: two versions of the secret, and queues that keep what they are given. */
const openHooks = (
  settings: {
    readonly queueIsDown?: boolean
    readonly secretsAreDown?: boolean
    /** What the secret holds when it is read once more. */
    readonly meanwhile?: string
  } = {},
) => {
  const sent: { queue: string; message: unknown }[] = []
  const logged: string[] = []
  const world = {
    env: {
      INBOUND_QUEUE_URL: 'inbound',
      RECEIPTS_QUEUE_URL: 'receipts',
      LETTERS_QUEUE_URL: 'letters',
      UNREAD_QUEUE_URL: 'unread',
      ACCOUNTS_SECRET: 'accounts',
    },
    log: { write: (code: string, fields: unknown) => void logged.push(`${code} ${JSON.stringify(fields)}`) },
    secrets: {
      read: async (_name: string, again?: boolean) => {
        if (settings.secretsAreDown) throw new Error('down')
        if (again && settings.meanwhile !== undefined) return [{ version: '3', value: settings.meanwhile }]
        return [
          { version: '2', value: accounts(TOKEN, AUTH) },
          { version: '1', value: accounts('the-token-before-the-newest', AUTH_BEFORE) },
        ]
      },
    },
    queue: (queue: string) => ({
      send: async (messages: readonly unknown[]) => {
        if (settings.queueIsDown) throw new Error('down')
        sent.push(...messages.map((message) => ({ queue, message })))
      },
    }),
  } as unknown as World
  const handler = make(world)
  const post = async (route: HookRoute, headers: Record<string, string>, body: string, query = '') => {
    const queryStringParameters = Object.fromEntries(new URLSearchParams(query))
    const event = { routeKey: route, headers, body, queryStringParameters, isBase64Encoded: false, requestContext: {} }
    const answer = await handler(event as never, {} as never)
    return { status: answer.statusCode, body: answer.body }
  }
  return { post, sent, logged }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })

// As GOV.UK Notify documents its callbacks.
const RECEIPT = {
  id: '740e5834-3a29-46b4-9a6f-16142fde533a',
  reference: '12345678',
  to: '07700900101',
  status: 'delivered',
  created_at: '2026-01-12T10:30:00.000000Z',
  completed_at: '2026-01-12T10:30:05.000000Z',
  sent_at: '2026-01-12T10:30:01.000000Z',
  notification_type: 'sms',
  template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  template_version: 1,
}
const RECEIVED = {
  id: '2b0f0f0c-0e8b-4b7c-9f0e-1c7f0a7a8d10',
  source_number: '447700900101',
  destination_number: '07700900900',
  message: 'Amelia has a temperature',
  date_received: '2026-01-12T10:35:00.000000Z',
}

describe('GOV.UK Notify calls', () => {
  test('a receipt goes on its queue in our own words, and is answered at once', async () => {
    const { post, sent } = openHooks()
    expect(await post('POST /hooks/notify/receipt', bearer(TOKEN), JSON.stringify(RECEIPT))).toMatchObject({
      status: 204,
    })
    expect(sent).toEqual([{ queue: 'receipts', message: { providerId: RECEIPT.id, state: 'delivered' } }])
  })
  test.each([
    ['permanent-failure', ['failed']],
    ['temporary-failure', ['failed']],
    ['technical-failure', ['failed']],
    ['sending', []],
  ])('a text that is %s: %j', async (status, states) => {
    const { post, sent } = openHooks()
    await post('POST /hooks/notify/receipt', bearer(TOKEN), JSON.stringify({ ...RECEIPT, status }))
    expect(sent.map(({ message }) => (message as { state: string }).state)).toEqual(states)
  })
  test('a text from a parent goes where all texts from parents go', async () => {
    const { post, sent } = openHooks()
    await post('POST /hooks/notify/received', bearer(TOKEN), JSON.stringify(RECEIVED))
    expect(sent).toEqual([
      {
        queue: 'inbound',
        message: {
          originationNumber: '447700900101',
          destinationNumber: '07700900900',
          messageBody: 'Amelia has a temperature',
          inboundMessageId: RECEIVED.id,
          sentAt: RECEIVED.date_received,
        },
      },
    ])
  })
  test('a letter that came back goes on the letters queue', async () => {
    const { post, sent } = openHooks()
    // As GOV.UK Notify documents its returned letter callback.
    const said = {
      notification_id: '740e5834-3a29-46b4-9a6f-16142fde533a',
      reference: 'springbank letter-stage-1',
      date_sent: '2026-01-20T16:30:00.000000Z',
      sent_by: null,
      template_name: null,
      template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
      template_version: 1,
      spreadsheet_file_name: null,
      spreadsheet_row_number: null,
      upload_letter_file_name: null,
    }
    expect((await post('POST /hooks/notify/returned', bearer(TOKEN), JSON.stringify(said))).status).toBe(204)
    expect(sent).toEqual([{ queue: 'letters', message: { do: 'returned', providerId: said.notification_id } }])
  })
  test('the token before the newest still opens, until it is replaced once more', async () => {
    const { post } = openHooks()
    const headers = bearer('the-token-before-the-newest')
    expect((await post('POST /hooks/notify/receipt', headers, JSON.stringify(RECEIPT))).status).toBe(204)
  })
  // A token is stale when it was replaced twice.
  test.each([
    {},
    bearer(''),
    bearer('wrong'),
    bearer('the-token-two-before-the-newest'),
    bearer(`${TOKEN} `),
    { authorization: TOKEN },
    { authorization: `Basic ${TOKEN}` },
  ])('%j is refused before anything is read', async (headers) => {
    const { post, sent } = openHooks()
    expect((await post('POST /hooks/notify/received', headers, 'not even JSON')).status).toBe(401)
    expect(sent).toEqual([])
  })
  test.each(['', 'null', '[]', '{"id":1}', JSON.stringify({ ...RECEIVED, source_number: 'drop table pupils' })])(
    'a body that is not as documented is kept whole for a person, and answered as taken: %s',
    async (body) => {
      const { post, sent, logged } = openHooks()
      const route = 'POST /hooks/notify/received'
      expect((await post(route, bearer(TOKEN), body)).status).toBe(204)
      expect(sent).toEqual([{ queue: 'unread', message: { route, body, cut: 0 } }])
      expect(logged.join()).toContain('HOOK_UNREAD')
      expect(logged.join()).not.toMatch(/Amelia|temperature|900101|drop table/)
    },
  )
  test('a body too long for any queue is kept as far as it goes, and says how much is missing', async () => {
    const { post, sent } = openHooks()
    const body = JSON.stringify({ ...RECEIVED, message: 'é'.repeat(100_000) })
    expect((await post('POST /hooks/notify/received', bearer(TOKEN), body)).status).toBe(204)
    const [{ message } = { message: undefined }] = sent
    const { cut, body: kept } = message as { readonly cut: number; readonly body: string }
    expect(kept.length + cut).toBe(body.length)
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(256 * 1024)
  })
  test.each([{ queueIsDown: true }, { secretsAreDown: true }])(
    'our own trouble (%j) is never laid at the provider’s door, not even for a call that we cannot read',
    async (trouble) => {
      const { post } = openHooks(trouble)
      expect((await post('POST /hooks/notify/receipt', bearer(TOKEN), JSON.stringify(RECEIPT))).status).toBe(500)
      expect((await post('POST /hooks/notify/receipt', bearer(TOKEN), 'unreadable')).status).toBe(500)
    },
  )
  test('a token that was put a moment ago opens, though this process knew only the one before', async () => {
    const token = 'a-token-put-a-moment-ago'
    const { post, sent } = openHooks({ meanwhile: accounts(token, AUTH) })
    expect((await post('POST /hooks/notify/receipt', bearer(token), JSON.stringify(RECEIPT))).status).toBe(204)
    expect(sent).toHaveLength(1)
    expect((await post('POST /hooks/notify/receipt', bearer('wrong'), JSON.stringify(RECEIPT))).status).toBe(401)
    expect(sent).toHaveLength(1)
  })
  test.each([{ secretsAreDown: true }, { meanwhile: 'not json' }])(
    'accounts that cannot be read (%j) call the operator',
    async (trouble) => {
      const { post, logged } = openHooks(trouble)
      expect((await post('POST /hooks/notify/receipt', bearer('wrong'), JSON.stringify(RECEIPT))).status).toBe(500)
      expect(logged.join()).toMatch(/ACCOUNT_UNREADABLE {"account":"all","error":"(Error|AccountUnusable)"}/)
    },
  )
  test('when the queue cannot be reached Notify is told to come again, and nothing of the text is logged', async () => {
    const { post, logged } = openHooks({ queueIsDown: true })
    expect((await post('POST /hooks/notify/received', bearer(TOKEN), JSON.stringify(RECEIVED))).status).toBe(500)
    expect(logged.join()).toContain('REQUEST_BROKEN')
    expect(logged.join()).not.toMatch(/Amelia|temperature|900101/)
  })
})

describe('Twilio calls', () => {
  const SID = `SM${'0123456789abcdef'.repeat(2)}`
  const TEXT = {
    MessageSid: SID,
    From: '+447700900101',
    To: '+447700900900',
    Body: 'on our way & sorry',
    NumMedia: '0',
  }
  const signedFor = (path: string, fields: Record<string, string>, token = AUTH) => ({
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': twilioSignature(`https://attendance.example.org${path}`, new URLSearchParams(fields), token),
  })
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

  test('a text from a parent goes where all texts from parents go, and no text is sent back', async () => {
    const { post, sent } = openHooks()
    const answer = await post('POST /hooks/twilio/sms', signedFor('/hooks/twilio/sms', TEXT), form(TEXT))
    expect(answer).toEqual({ status: 200, body: '<Response/>' })
    expect(sent).toEqual([
      {
        queue: 'inbound',
        message: {
          originationNumber: '+447700900101',
          destinationNumber: '+447700900900',
          messageBody: 'on our way & sorry',
          inboundMessageId: SID,
        },
      },
    ])
  })
  test.each([
    ['delivered', ['delivered']],
    ['undelivered', ['failed']],
    ['failed', ['failed']],
    ['sent', []],
  ])('a text that is %s: %j', async (MessageStatus, states) => {
    const { post, sent } = openHooks()
    const fields = { MessageSid: SID, MessageStatus, ErrorCode: '' }
    const headers = signedFor('/hooks/twilio/receipt', fields)
    expect((await post('POST /hooks/twilio/receipt', headers, form(fields))).status).toBe(204)
    expect(sent.map(({ message }) => (message as { state: string }).state)).toEqual(states)
  })
  describe('says what became of a text at the address that was given with it', () => {
    const REFERENCE = '["springbank","unreported|first|AM|c1","2026-01-12",["P001"]]'
    const { pathname, search } = new URL(callbackFor('https://attendance.example.org/hooks/twilio/receipt', REFERENCE))
    const fields = { MessageSid: SID, MessageStatus: 'delivered' }
    const called = async (signed: string, query: string) => {
      const { post, sent } = openHooks()
      const headers = signedFor(`${pathname}${signed}`, fields)
      const { status } = await post('POST /hooks/twilio/receipt', headers, form(fields), query.slice(1))
      return { status, said: sent.map(({ message }) => message) }
    }
    test('by which our own record is found', async () => {
      expect(await called(search, search)).toEqual({
        status: 204,
        said: [{ providerId: SID, state: 'delivered', reference: REFERENCE }],
      })
    })
    test.each([
      ['of another text', `${search}A`],
      ['of no text', ''],
    ])('and a call to the address %s proves nothing', async (_which, query) => {
      expect(await called(search, query)).toEqual({ status: 401, said: [] })
    })
  })
  test('a call signed by the token before the newest still counts', async () => {
    const { post, sent } = openHooks()
    const headers = signedFor('/hooks/twilio/sms', TEXT, AUTH_BEFORE)
    expect((await post('POST /hooks/twilio/sms', headers, form(TEXT))).status).toBe(200)
    expect(sent).toHaveLength(1)
  })
  test('a text that is not as documented is kept whole for a person, and no text is sent back', async () => {
    const { post, sent } = openHooks()
    const fields = { ...TEXT, MessageSid: 'not-an-id' }
    const answer = await post('POST /hooks/twilio/sms', signedFor('/hooks/twilio/sms', fields), form(fields))
    expect(answer).toEqual({ status: 200, body: '<Response/>' })
    expect(sent).toEqual([
      { queue: 'unread', message: { route: 'POST /hooks/twilio/sms', body: form(fields), cut: 0 } },
    ])
  })
  test('a call signed for other words, another address, by another account or not at all is refused', async () => {
    const { post, sent } = openHooks()
    const wrong = [
      signedFor('/hooks/twilio/sms', { ...TEXT, Body: 'something else' }),
      signedFor('/hooks/twilio/receipt', TEXT),
      signedFor('/hooks/twilio/sms', TEXT, 'the token of somebody else'),
      signedFor('/hooks/twilio/sms', TEXT, 'the-auth-token-two-before-the-newest'),
      { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': '' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ]
    for (const headers of wrong)
      expect((await post('POST /hooks/twilio/sms', headers as Record<string, string>, form(TEXT))).status).toBe(401)
    expect(sent).toEqual([])
  })
})

test('a stranger’s form as long as a gateway lets through is turned away unread', async () => {
  const { post, sent } = openHooks()
  const fields = Array.from({ length: 400_000 }, (_, nth) => `f${nth}=`).join('&')
  for (const body of [fields, fields.slice(0, 200_000)]) {
    const headers = { 'x-twilio-signature': 'c3RyYW5nZXI=' }
    expect((await post('POST /hooks/twilio/sms', headers, body)).status).toBe(401)
  }
  expect(sent).toEqual([])
})

describe('whatever anybody posts', () => {
  const ROUTES = HOOK_ROUTES.map((route) => ({ route, path: route.split(' ')[1] ?? '' }))
  const anyBody = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.json(),
    fc
      .record({ id: fc.anything(), status: fc.anything(), message: fc.anything() })
      .map((said) => JSON.stringify(said) ?? ''),
    fc
      .dictionary(fc.constantFrom('MessageSid', 'From', 'To', 'Body', 'MessageStatus'), fc.string({ unit: 'binary' }))
      .map((fields) => new URLSearchParams(fields).toString()),
  )

  test('without a proof is refused, and nothing of it goes anywhere', async () => {
    const proofs = fc.record(
      {
        authorization: fc.oneof(
          fc.string(),
          fc.string().map((token) => `Bearer ${token}`),
        ),
        'x-twilio-signature': fc.oneof(fc.string(), fc.base64String()),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ROUTES), proofs, anyBody, async ({ route }, headers, body) => {
        const { post, sent, logged } = openHooks()
        expect((await post(route, headers, body)).status).toBe(401)
        expect([sent, logged.filter((line) => !/^(STARTED|COMPLETED)/.test(line))]).toEqual([[], []])
      }),
    )
  })

  test('with a proof is taken, and is on a queue whole or says nothing: never refused, never broken, never in the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ROUTES), anyBody, async ({ route, path }, body) => {
        const { post, sent, logged } = openHooks()
        const form = new URLSearchParams(body)
        const headers = {
          authorization: `Bearer ${TOKEN}`,
          'x-twilio-signature': twilioSignature(`https://attendance.example.org${path}`, form, AUTH),
        }
        expect([200, 204]).toContain((await post(route, headers, body)).status)
        expect(sent.length).toBeLessThanOrEqual(1)
        if (sent.length === 0) expect(route).toContain('receipt')
        for (const { message } of sent) expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(256 * 1024)
        if (body.length > 8) expect(logged.join()).not.toContain(body)
      }),
    )
  })
})
