/** What parents write, as every provider brings it, letter by letter to the record. */
import { beforeAll, describe, expect, test } from 'vitest'
import { idOf } from '../../shared/domain/ids.ts'
import { springbankPolicy } from '../support/policies.ts'
import { act, DATE, SCHOOL } from '../support/stored-examples.ts'
import { PROVIDERS } from './providers/index.ts'
import { type WaysIn, waysIn } from './ways-in.ts'

const WORDS = [
  'Siân, Zoë and Łukasz are ill 🤒',
  'on our way & sorry = 10% late + traffic',
  'She is ill.\nBack "tomorrow", I think…',
  'ابنتي مريضة',
  '?',
  '',
  'she has a temperature '.repeat(70),
]

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))(
  'a parent writes by %s',
  (_name, provider) => {
    const { received } = provider
    if ('none' in received) {
      test(`and cannot: ${received.none}`, () => {
        expect(provider.proof).toHaveProperty('none')
      })
      return
    }
    let ways: WaysIn
    let nth = 0
    beforeAll(async () => {
      ways = await waysIn()
      const version = { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }
      await ways.fresh.stores.policies.publish(SCHOOL, version, act())
    })
    const replies = async () => (await ways.fresh.stores.day(SCHOOL, DATE)).replies

    test.each(WORDS)('%j: it is kept as it was written, and once', async (words) => {
      const before = (await replies()).length
      // Somebody else each time: what strangers write is shown together.
      const from = `+4477009008${String(++nth).padStart(2, '0')}`
      const text = { id: provider.idOf(1000 + nth), from, to: springbankPolicy.texts.number, words }
      await received.say(ways, text)
      await received.say(ways, text)
      expect(await ways.again()).toBe(0)
      expect((await replies()).length - before).toBe(1)
      expect(await ways.fresh.stores.replyWords(SCHOOL, DATE, idOf('r', text.id))).toBe(words)
      expect(ways.put.filter(({ queue }) => queue === 'unread')).toEqual([])
    })
    test.each(['Parcel Shop', 'NHSreminder', '4Bus', '60075'])(
      'a text of %s, who has no phone, is a stranger’s: it is kept, and a person reads it',
      async (from) => {
        const text = {
          id: provider.idOf(3000 + ++nth),
          from,
          to: springbankPolicy.texts.number,
          words: 'Amelia is ill',
        }
        await received.say(ways, text)
        expect(await ways.again()).toBe(0)
        const reply = (await replies()).find(({ id }) => id === idOf('r', text.id))
        expect([reply?.state, reply?.pupils, typeof reply?.stranger]).toEqual(['unread', [], 'string'])
        const { tasks } = await ways.fresh.stores.open(SCHOOL)
        expect(tasks.filter(({ about }) => about === reply?.id).map(({ kind }) => kind)).toEqual(['unknown-number'])
        expect(ways.put).toEqual([])
      },
    )
    test('to a number of no school, and it is kept for the operator', async () => {
      const before = await ways.again()
      await received.say(ways, {
        id: provider.idOf(2000),
        from: '+447700900899',
        to: '+447700900999',
        words: 'is anybody there?',
      })
      expect((await ways.again()) - before).toBe(1)
      expect(ways.logged.join()).toContain('REPLY_UNKNOWN_ACADEMY')
      expect(ways.logged.join()).not.toMatch(/anybody there|900899/)
    })
  },
)
