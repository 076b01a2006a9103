/** The wiring of the real stacks, with handlers that only remember what called them. */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, inject, test } from 'vitest'
import { localClient } from '../shared/adapters/dynamodb/client.ts'
import type { World } from '../shared/ports/world.ts'
import { localApi } from './local-api.ts'
import { openTrust } from './open-trust.ts'
import { answer } from './server.ts'
import type { LocalStack } from './stack.ts'

interface Called {
  readonly folder: string
  readonly event: unknown
}

let opened: LocalStack | undefined
afterEach(() => opened?.close())

const open = async (behave: (folder: string, event: unknown, world: World) => unknown = () => undefined) => {
  const calls: Called[] = []
  const { stack } = await openTrust({
    endpoint: inject('ddbEndpoint'),
    start: '2026-01-12T08:30:00.000Z',
    load: async (folder) => ({
      make: (world: World) => async (event: unknown) => {
        calls.push({ folder, event })
        return behave(folder, event, world)
      },
    }),
  })
  opened = stack
  await stack.turning.quiet()
  calls.length = 0
  return { stack, calls }
}

const ask = async (stack: LocalStack, method: string, path: string, body?: unknown, headers = {}) => {
  const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const answered = await answer({ method, path, headers, body: sent }, stack)
  return { status: answered.status, body: JSON.parse(Buffer.from(answered.body).toString()) }
}

test('the sweep of the deployed schedule is called at its local time, with the time Scheduler gives', async () => {
  const { stack, calls } = await open()
  await ask(stack, 'POST', '/local/clock', { to: '2026-01-12T09:15:00Z' })
  expect(calls.filter(({ folder }) => folder === 'sweep').map(({ event }) => event)).toContainEqual({
    academy: 'springbank',
    sweep: 'register-close',
    scheduledTime: '2026-01-12T09:15:00Z',
  })
})

test('a skipped sweep does not happen, a late one comes late with its own time', async () => {
  const { stack, calls } = await open()
  const sweeps = () =>
    calls
      .filter(({ folder, event }) => folder === 'sweep' && JSON.stringify(event).includes('springbank'))
      .map(({ event }) => (event as { sweep: string }).sweep)
  await ask(stack, 'POST', '/local/faults', { skip: ['register-close'], late: { 'unreported-absence': 20 } })
  await ask(stack, 'POST', '/local/clock', { to: '2026-01-12T10:49:00Z' })
  expect(sweeps()).toEqual([])
  await ask(stack, 'POST', '/local/clock', { to: '2026-01-12T10:50:00Z' })
  expect(sweeps()).toEqual(['unreported-absence'])
})

test('a sweep that fails is tried again after one minute and after two, and is then kept where failures go', async () => {
  const { stack, calls } = await open((folder) => {
    if (folder === 'sweep') throw new Error('the record cannot be reached')
  })
  await ask(stack, 'POST', '/local/clock', { to: '2026-01-12T09:20:00Z' })
  const tries = calls.filter(({ folder, event }) => folder === 'sweep' && JSON.stringify(event).includes('springbank'))
  expect(tries).toHaveLength(3)
  expect(JSON.stringify(stack.queues.deadLetters())).toContain('RetriesExhausted')
})

test('a change to the record reaches the chronicle, and the judge only when the day must be looked at', async () => {
  const { stack, calls } = await open()
  const client = localClient(inject('ddbEndpoint'), stack.table)
  const act = { at: '2026-01-12T08:30:00.000Z', by: 'system', kind: 'tested' }
  const put = (sk: string, extra: object) =>
    client.send(new PutCommand({ TableName: stack.table, Item: { pk: 'A#springbank', sk, act: { ...act, ...extra } } }))
  await put('one', {})
  await put('two', { look: true })
  await stack.turning.quiet()
  const records = (folder: string) =>
    calls.filter((call) => call.folder === folder).flatMap(({ event }) => (event as { Records: unknown[] }).Records)
  expect(records('chronicle')).toHaveLength(2)
  expect(records('judge')).toHaveLength(1)
})

test('a reply and a receipt come in by the documented payloads of the provider', async () => {
  const { stack, calls } = await open()
  const text = {
    to: '+447700900123',
    from: '+447700900900',
    senderId: 'Springbank',
    body: 'Hello',
    reference: 'r1',
    key: 'k1',
    usefulUntil: '2026-01-12T12:00:00Z',
  }
  await stack.carrier.texter('end-user-messaging').send(text, stack.clock.now())
  const replied = await ask(stack, 'POST', '/local/texts/reply', { from: '+447700900123', body: 'he is ill' })
  expect(replied.status).toBe(202)
  expect((await ask(stack, 'POST', '/local/texts/text-1/receipt', { state: 'delivered' })).body).toMatchObject({
    state: 'delivered',
  })
  const bodies = (folder: string) =>
    calls
      .filter((call) => call.folder === folder)
      .map(({ event }) => JSON.parse((event as { Records: { body: string }[] }).Records[0]?.body ?? ''))
  expect(bodies('inbound-text')).toMatchObject([
    {
      originationNumber: '+447700900123',
      destinationNumber: '+447700900900',
      messageBody: 'he is ill',
      previousPublishedMessageId: 'text-1',
    },
  ])
  expect(bodies('receipts')).toMatchObject([{ eventType: 'TEXT_DELIVERED', messageId: 'text-1', isFinal: true }])
})

test('receipts of SNS come by its delivery logs', async () => {
  const { stack, calls } = await open()
  const text = {
    to: '+447700900123',
    from: '+447700900900',
    senderId: 'Springbank',
    body: 'Hello',
    reference: 'r1',
    key: 'k1',
    usefulUntil: '2026-01-12T12:00:00Z',
  }
  await stack.carrier.texter('sns').send(text, stack.clock.now())
  await ask(stack, 'POST', '/local/texts/text-1/receipt', { state: 'failed' })
  expect(calls.map(({ folder }) => folder)).toEqual(['receipts-from-logs'])
})

test('a busy network takes nothing, a slow one takes the text and leaves it uncertain', async () => {
  const { stack } = await open()
  const text = {
    to: '+447700900123',
    from: '+447700900900',
    senderId: 'Springbank',
    body: 'Hello',
    reference: 'r1',
    key: 'k1',
    usefulUntil: '2026-01-12T12:00:00Z',
  }
  const send = () => stack.carrier.texter('sns').send(text, stack.clock.now())
  await ask(stack, 'POST', '/local/faults', { provider: '429' })
  expect(await send()).toEqual({ outcome: 'busy' })
  await ask(stack, 'POST', '/local/faults', { provider: 'slow' })
  expect(await send()).toEqual({ outcome: 'uncertain' })
  expect((await ask(stack, 'GET', '/local/texts')).body).toHaveLength(1)
})

test('an address behind the authorizer asks for a token, and hands the groups on as the HTTP API does', async () => {
  const { stack, calls } = await open((folder) => (folder === 'api' ? { statusCode: 200, body: '{}' } : undefined))
  const path = '/academies/springbank/registers/2026-01-12/AM/3b'
  expect((await ask(stack, 'GET', path)).status).toBe(401)
  expect((await ask(stack, 'GET', path, undefined, { authorization: 'Bearer not.a.token' })).status).toBe(401)
  const { body } = await ask(stack, 'POST', '/local/token', {
    groups: ['springbank.office', 'trust.attendance'],
    sub: 'S01',
  })
  expect((await ask(stack, 'GET', path, undefined, { authorization: `Bearer ${body.token}` })).status).toBe(200)
  const event = calls.at(-1)?.event as {
    requestContext: { authorizer: { jwt: { claims: Record<string, string> } } }
    pathParameters: object
  }
  expect(event.requestContext.authorizer.jwt.claims).toMatchObject({
    'cognito:groups': '[springbank.office trust.attendance]',
    sub: 'S01',
  })
  expect(event.pathParameters).toEqual({ academy: 'springbank', date: '2026-01-12', session: 'AM', class: '3b' })
})

test('what is not there is 404, what is too large is 413, what breaks is 500', async () => {
  const { stack } = await open((folder) => {
    if (folder === 'reports') throw new Error('broken')
  })
  expect((await ask(stack, 'GET', '/nowhere')).status).toBe(404)
  expect((await ask(stack, 'GET', '/openapi.json')).status).toBe(500)
  const large = await answer(
    { method: 'GET', path: '/openapi.json', headers: {}, body: new Uint8Array(10 * 1024 * 1024 + 1) },
    stack,
  )
  expect(large.status).toBe(413)
})

test.each([
  ['POST', '/local/clock', '{"to":"tomorrow"}', 400],
  ['POST', '/local/clock', '{"to":"2026-01-11T08:30:00Z"}', 409],
  ['POST', '/local/clock', 'not json', 400],
  ['POST', '/local/faults', '{"provider":"tired"}', 400],
  ['POST', '/local/texts/nothing/receipt', '{"state":"delivered"}', 404],
  ['POST', '/local/texts/reply', '{"from":"+447700900999","body":"hello"}', 400],
  ['POST', '/local/calls', '{"digits":["1"]}', 400],
  ['POST', '/local/calls', '{"from":"07700900123"}', 400],
  ['POST', '/local/calls', '{"from":"+447700900123","digits":["one"]}', 400],
  ['POST', '/local/calls', '{"from":"+447700900123","to":"+447700900999"}', 404],
  ['POST', '/local/token', '{"groups":["with space"],"sub":"x"}', 400],
  ['POST', '/local/letters', '{"academy":"springbank"}', 400],
  ['POST', '/local/letters/nothing/returned', '', 404],
  ['GET', '/local/parcels', '', 404],
])('%s %s with %s is refused with a problem that says what to do', async (method, path, body, status) => {
  const { stack } = await open()
  const answered = await localApi({ method, path, headers: {}, body: Buffer.from(body) }, stack)
  expect(answered.status).toBe(status)
  expect(JSON.parse(String(answered.body))).toMatchObject({ status, remedy: expect.stringMatching(/\w/) })
})
