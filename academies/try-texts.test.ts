import { expect, test } from 'vitest'
import type { Handover, OutgoingText, Provider } from '../shared/ports/texter.ts'
import { hilltopPolicy, springbankPolicy } from '../test/support/policies.ts'
import { tryTexts } from './try-texts.ts'

const NOW = '2026-01-12T07:00:00.000Z'

const tried = async (
  answers: Partial<Record<Provider, Handover>>,
  policies = [springbankPolicy, hilltopPolicy],
  fate: 'delivered' | 'not delivered' = 'not delivered',
) => {
  const sent: OutgoingText[] = []
  const found = await tryTexts(
    policies,
    {
      texterOf: (provider) => ({
        send: async (text) => {
          sent.push(text)
          return answers[provider] ?? { outcome: 'accepted', providerId: 'x' }
        },
      }),
      fateOf: async () => fate,
    },
    NOW,
  )
  return { found, sent }
}

test('each academy’s carrier is given one text from its own number, to a number that nobody has', async () => {
  const { found, sent } = await tried({})
  expect(found.map(({ academy, isRight }) => [academy, isRight])).toEqual([
    ['springbank', true],
    ['hilltop', true],
  ])
  expect(sent.map(({ to, from }) => [to, from])).toEqual([
    ['+447700900999', springbankPolicy.texts.number],
    ['+447700900999', hilltopPolicy.texts.number],
  ])
})

test('the second provider is tried as well, whatever the first answers', async () => {
  const policy = {
    ...springbankPolicy,
    texts: { ...springbankPolicy.texts, provider: 'notify', second: 'sns' } as const,
  }
  const { found } = await tried({ notify: { outcome: 'busy' } }, [policy])
  expect(found.map(({ provider, isRight }) => [provider, isRight])).toEqual([
    ['notify', false],
    ['sns', true],
  ])
})

test.each([
  [{ outcome: 'refused', why: 'CountryNotSupported' }, 'refused it: CountryNotSupported. Look at the number,'],
  [{ outcome: 'busy' }, 'could not be reached'],
  [{ outcome: 'uncertain' }, 'gave no answer'],
] as const)('an operator reads what the carrier answered: %j', async (handover, said) => {
  const { found } = await tried({ 'end-user-messaging': handover }, [springbankPolicy])
  expect(found).toMatchObject([{ isRight: false, said: expect.stringContaining(said) }])
})

test('a carrier without an account is said to have none, and the others are tried all the same', async () => {
  const policy = {
    ...springbankPolicy,
    texts: { ...springbankPolicy.texts, provider: 'notify', second: 'sns' } as const,
  }
  const found = await tryTexts(
    [policy],
    {
      texterOf: (provider) => ({
        send: async () => {
          if (provider === 'notify') throw new Error('The secret has no notify account "trust".')
          return { outcome: 'accepted', providerId: 'x' }
        },
      }),
      fateOf: async () => 'not delivered',
    },
    NOW,
  )
  expect(found.map(({ isRight, said }) => [isRight, said])).toEqual([
    [false, 'could not be asked: The secret has no notify account "trust".'],
    [true, 'took it.'],
  ])
})

test.each([
  [true, false, 'no family of this school is texted'],
  [false, true, 'right for a rehearsal'],
])(
  'a text that arrives where nobody has a phone gives a test key away: live %s, right %s',
  async (live, isRight, said) => {
    const { found } = await tried({}, [{ ...springbankPolicy, live }], 'delivered')
    expect(found).toMatchObject([{ isRight, said: expect.stringContaining(said) }])
  },
)
