/** Every provider's real adapter, against its documented answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROVIDERS } from './providers/index.ts'
import type { OpenedProvider } from './providers/provider.ts'
import { accountContract, aTextToSend, texterContract } from './texter-contract.ts'

const NOW = '2026-01-12T10:30:00.000Z'

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', (name, provider) => {
  let open: OpenedProvider
  beforeAll(async () => {
    open = await provider.open()
  })
  afterAll(() => open.close())

  texterContract(name, (carrier) => {
    const before = open.asked.length
    return { texter: open.texterWhen(carrier), attempts: () => open.asked.length - before }
  })
  const { withAccount } = provider
  if (withAccount) accountContract(name, withAccount)

  const { lookUp } = provider
  if ('none' in lookUp)
    test(`cannot be asked for a text: ${lookUp.none}`, () => {
      expect(open.texterWhen('takes it').find).toBeUndefined()
    })
  else {
    const find = async (answer: Parameters<OpenedProvider['answer']>[0]) => {
      const texter = open.texterWhen('takes it')
      open.answer(answer)
      return texter.find?.(aTextToSend.key)
    }
    test('finds a text by our key of it, and says when it has none', async () => {
      expect(await find(lookUp.holds('another', aTextToSend.key))).toMatchObject({ found: 'taken' })
      expect(open.asked.at(-1)?.url).toContain(aTextToSend.key)
      expect(await find(lookUp.holds())).toEqual({ found: 'none' })
    })
    test('does not take another’s text for ours', async () => {
      expect(await find(lookUp.holds('another', null))).toEqual({ found: 'none' })
    })
    test.each(lookUp.silent.map((answer) => [answer]))('says nothing of the text by %j', async (answer) => {
      expect(await find(answer)).toEqual({ found: 'unknown' })
    })
  }

  const { fates } = provider
  if ('none' in fates)
    test(`cannot be asked what became of a text: ${fates.none}`, () => {
      expect(open.texterWhen('takes it').fate).toBeUndefined()
    })
  else {
    const MEANS = { delivered: 'delivered', failed: 'failed', 'on the way': 'waiting' }
    const fateOf = async (answer: Parameters<OpenedProvider['answer']>[0], id = fates.id) => {
      const texter = open.texterWhen('takes it')
      open.answer(answer)
      return texter.fate?.(id)
    }
    test.each(provider.receipts.words)('asked after a text that is %s, says that it is %s', async (word, means) => {
      expect(await fateOf(fates.says(word))).toBe(MEANS[means])
      expect([open.asked.at(-1)?.method, open.asked.at(-1)?.url]).toEqual(['GET', fates.asks(fates.id)])
    })
    test.each<[Parameters<OpenedProvider['answer']>[0]]>([
      [{ status: 404, body: { status: 404, code: 20_404, message: 'not found' } }],
      [{ status: 429, body: { errors: [{ error: 'RateLimitError', message: 'x' }] } }],
      [{ status: 500, body: {} }],
      [{ status: 200, body: { texts: [] } }],
      [{ status: 200, body: '<html>', type: 'text/html' }],
      ['hang up'],
      ['say nothing'],
    ])('says nothing of what became of it by %j, and never throws', async (answer) => {
      expect(await fateOf(answer)).toBe('unknown')
    })
  }

  test('says whether its receipts bring our reference back', async () => {
    const handover = await open.texterWhen('takes it').send(aTextToSend, NOW)
    expect('echoed' in handover).toBe(provider.receipts.echoes)
  })
})
