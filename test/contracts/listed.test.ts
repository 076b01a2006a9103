/** A parent's text whose call to us failed is found in the provider's own list, where it has one, and heard as the same text. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { e164 } from '../../shared/domain/number.ts'
import { listsOf } from '../../shared/domain/received-lists.ts'
import { addMinutes } from '../../shared/domain/time.ts'
import { type Answer, type Asked, providerServer } from '../support/provider-server.ts'
import { PROVIDERS } from './providers/index.ts'
import type { ListedText } from './providers/provider.ts'

const SINCE = '2026-01-12T10:00:00.000Z'
const NUMBER = '+447700900900'

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', (_name, provider) => {
  const { list, provider: called } = provider
  const lists = listsOf({ provider: called, second: 'none' })
  if ('none' in list) {
    test(`has no list of received texts that is looked at: ${list.none}`, () => {
      expect(lists).toEqual([])
    })
    return
  }
  let answer: (asked: Asked) => Answer
  let server: Awaited<ReturnType<typeof providerServer>>
  beforeAll(async () => {
    server = await providerServer((asked) => answer(asked))
  })
  afterAll(() => server.close())

  const text = (nth: number, minutes: number, more: Partial<ListedText> = {}): ListedText => ({
    id: provider.idOf(nth),
    from: '+447700900101',
    to: NUMBER,
    words: 'Zoë and Łukasz have a temperature 🤒',
    at: addMinutes(SINCE, minutes),
    ...more,
  })
  const found = async (texts: readonly ListedText[], most = 2) => {
    answer = (asked) => list.page(asked, texts, most)
    const before = server.asked.length
    const received = await list.inboxAt(server.url, NUMBER).receivedSince(SINCE)
    return { received, pages: server.asked.length - before }
  }
  const ids = async (texts: readonly ListedText[], most?: number) =>
    (await found(texts, most)).received.map(({ id }) => id)

  test('is looked at, where a school texts by it first or second', () => {
    expect(lists).toEqual([called])
    expect(listsOf({ provider: 'sns', second: called } as Parameters<typeof listsOf>[0])).toEqual([called])
  })
  test('lists a text as it was written, by the id of its call, with when it came', async () => {
    const [one] = (await found([text(1, 5)])).received
    expect({ ...one, from: e164(one?.from ?? ''), to: e164(one?.to ?? '') }).toEqual({
      id: provider.idOf(1),
      from: '+447700900101',
      to: NUMBER,
      words: 'Zoë and Łukasz have a temperature 🤒',
      at: expect.stringMatching(/^2026-01-12T10:05:00\.\d{3}Z$/),
    })
  })
  test('is read page by page until a text is older, and no further', async () => {
    const texts = [text(1, 20), text(2, 10), text(3, 0), text(4, -1), text(5, -2), text(6, -3)]
    const { received, pages } = await found(texts)
    expect([received.map(({ id }) => id), pages]).toEqual([[1, 2, 3].map(provider.idOf), 2])
  })
  test('has none where nobody wrote', async () => {
    expect(await ids([])).toEqual([])
  })
  test('lists a text of somebody who has a name in place of a number: a person reads it', async () => {
    const { received } = await found([text(1, 5, { from: 'Parcels' })], 10)
    expect(received.map(({ id, from }) => [id, from])).toEqual([[provider.idOf(1), 'Parcels']])
  })
  test.each<[string, Answer]>([
    ['asks for patience', { status: 429, body: { status_code: 429, errors: [{ error: 'x', message: 'x' }] } }],
    ['fails', { status: 500, body: {} }],
    ['shuts us out', { status: 401, body: { code: 20_003, message: 'x', status: 401 } }],
    ['hangs up', 'hang up'],
    ['says something else', { status: 200, body: { texts: [] } }],
    ['talks nonsense', { status: 200, body: '<html>', type: 'text/html' }],
  ])('that %s is asked again later: half an answer is none', async (_what, said) => {
    answer = () => said
    await expect(list.inboxAt(server.url, NUMBER).receivedSince(SINCE)).rejects.toThrow()
  })
})
