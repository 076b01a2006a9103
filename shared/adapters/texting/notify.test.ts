/** What is particular to GOV.UK Notify; what it shares with every provider is in `test/contracts`. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notify } from '../../../test/contracts/providers/notify.ts'
import type { OpenedProvider } from '../../../test/contracts/providers/provider.ts'
import { aTextToSend } from '../../../test/contracts/texter-contract.ts'

const now = '2026-01-12T10:30:00.000Z'

let open: OpenedProvider
beforeAll(async () => {
  open = await notify.open()
})
afterAll(() => open.close())

const claimsOf = (authorization: unknown): unknown =>
  JSON.parse(Buffer.from(String(authorization).split('.')[1] ?? '', 'base64url').toString())

test('is told the number, the whole text as one field, and a reference that says nothing of anybody', async () => {
  await open.texterWhen('takes it').send(aTextToSend, now)
  const asked = open.asked.at(-1)
  expect([asked?.method, asked?.url]).toEqual(['POST', '/v2/notifications/sms'])
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    template_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    phone_number: '+447700900101',
    personalisation: { text: aTextToSend.body },
    reference: aTextToSend.key,
  })
  expect(claimsOf(asked?.headers.authorization)).toMatchObject({ iss: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test('a refusal says what Notify calls it', async () => {
  const refused = (why: string, more = {}) => ({ outcome: 'refused', why, ...more })
  expect(await open.texterWhen('refuses the number').send(aTextToSend, now)).toEqual(refused('ValidationError'))
  expect(await open.texterWhen('refuses our account').send(aTextToSend, now)).toEqual(
    refused('AuthError', { elsewhere: true }),
  )
})

test.each([
  'Can’t send to this recipient using a team-only API key',
  'Can’t send to this recipient when service is in trial mode',
  'Template has been deleted',
])('a refusal that is of our account goes to the second route: %s', async (message) => {
  const texter = open.texterWhen('takes it')
  open.answer({ status: 400, body: { status_code: 400, errors: [{ error: 'BadRequestError', message }] } })
  expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'BadRequestError', elsewhere: true })
})

test('is asked for texts alone, by our key', async () => {
  const texter = open.texterWhen('takes it')
  open.answer({ status: 200, body: { notifications: [], links: { current: 'x' } } })
  await texter.find?.(aTextToSend.key)
  const { searchParams, pathname } = new URL(open.asked.at(-1)?.url ?? '', 'http://notify')
  expect([pathname, searchParams.get('reference'), searchParams.get('template_type')]).toEqual([
    '/v2/notifications',
    aTextToSend.key,
    'sms',
  ])
})
