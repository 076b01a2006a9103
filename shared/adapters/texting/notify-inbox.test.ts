import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Asked, providerServer } from '../../../test/support/provider-server.ts'
import { notifyInbox } from './notify-inbox.ts'

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506'
const account = async () => ({ apiKey: `springbank-${SERVICE}-3d844edf-8d35-48ac-975b-e847b4f122b0` })
const SINCE = '2026-01-12T10:00:00.000Z'

/** As GOV.UK Notify documents a received text message. */
const listed = (id: string, created_at: string, more: Readonly<Record<string, string>> = {}) => ({
  id,
  user_number: '447700900123',
  notify_number: '07700900900',
  created_at,
  service_id: SERVICE,
  content: 'Amelia has a temperature',
  ...more,
})
const page = (...messages: readonly object[]): Answer => ({
  status: 200,
  body: {
    received_text_messages: messages,
    links: { current: 'https://api.notifications.service.gov.uk/v2/received-text-messages', next: 'x' },
  },
})

let answer: (asked: Asked) => Answer
let server: Awaited<ReturnType<typeof providerServer>>
beforeAll(async () => {
  server = await providerServer((asked) => answer(asked))
})
afterAll(() => server.close())

const received = (answering: typeof answer) => {
  answer = answering
  return notifyInbox(account, server.url).receivedSince(SINCE)
}
const olderThan = ({ url }: Asked) => new URL(url, server.url).searchParams.get('older_than')

describe('the texts that GOV.UK Notify lists as received', () => {
  test('are those since the moment asked for, with the id by which it also calls us', async () => {
    const texts = await received(() =>
      page(listed('newer', '2026-01-12T10:05:00.000000Z'), listed('older', '2026-01-12T09:59:59.999999Z')),
    )
    expect(texts).toEqual([
      {
        id: 'newer',
        from: '447700900123',
        to: '07700900900',
        words: 'Amelia has a temperature',
        at: '2026-01-12T10:05:00.000Z',
      },
    ])
    const { method, url, headers } = server.asked.at(-1) ?? {}
    expect([method, url]).toEqual(['GET', '/v2/received-text-messages'])
    expect(headers?.authorization).toMatch(/^Bearer /)
  })
  test('are read page by page until one is older, and no further', async () => {
    const before = server.asked.length
    const texts = await received((asked) => {
      if (olderThan(asked) === null)
        return page(listed('a', '2026-01-12T10:20:00Z'), listed('b', '2026-01-12T10:10:00Z'))
      return page(listed('c', '2026-01-12T10:00:00Z'), listed('d', '2026-01-11T10:00:00Z'))
    })
    expect(texts.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(server.asked.slice(before).map(olderThan)).toEqual([null, 'b'])
  })
  test('are none where it has none', async () => {
    expect(await received(() => page())).toEqual([])
  })
  test('leave out what has letters in its number: that is no phone of a parent', async () => {
    const parcels = listed('a', '2026-01-12T10:20:00Z', { user_number: 'Parcels' })
    expect(await received((asked) => (olderThan(asked) === null ? page(parcels) : page()))).toEqual([])
  })
  test.each([
    [
      'asks for patience',
      { status: 429, body: { status_code: 429, errors: [{ error: 'RateLimitError', message: 'x' }] } },
    ],
    ['fails', { status: 500, body: { status_code: 500, errors: [{ error: 'Exception', message: 'x' }] } }],
    ['hangs up', 'hang up' as const],
    ['says something else', { status: 200, body: { messages: [] } }],
  ])('are looked for again later when it %s: half an answer is none', async (_what, answering) => {
    await expect(received(() => answering)).rejects.toThrow()
  })
})
