/** What every provider says of a text, in its documented words, through the real functions to the record. */
import { beforeAll, describe, expect, test } from 'vitest'
import { referenceOf } from '../../shared/follow-up/text-reference.ts'
import { cardsIn, home, SLOT } from '../support/stored-cards.ts'
import { AT, act, DATE, SCHOOL } from '../support/stored-examples.ts'
import { PROVIDERS } from './providers/index.ts'
import { type WaysIn, waysIn } from './ways-in.ts'

const STATES = { delivered: 'delivered', failed: 'failed', 'on the way': 'accepted' } as const

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))(
  '%s says of a text',
  (_name, provider) => {
    let ways: WaysIn
    let texts = 0
    beforeAll(async () => {
      ways = await waysIn()
    })
    const { receipts } = provider
    const wordFor = (meaning: string): string => receipts.words.find(([, means]) => means === meaning)?.[0] ?? ''

    /** A text that was claimed; it is accepted once the record holds the provider's id. */
    const claimed = async () => {
      const { stand, claim } = cardsIn(ways.fresh.stores)
      const pupil = `R${++texts}`
      await stand(pupil, 'unexplained')
      await claim(home(pupil))
      const text = {
        id: provider.idOf(texts),
        reference: referenceOf({ academy: SCHOOL, slot: SLOT, home: home(pupil) }),
      }
      const { stores } = ways.fresh
      return {
        accept: () =>
          stores.moveText(
            SCHOOL,
            home(pupil),
            SLOT,
            { state: 'accepted', at: AT, providerId: text.id, lookUp: !receipts.echoes },
            act(),
          ),
        say: (word: string) => receipts.say(ways, word, text),
        state: async () => (await stores.card(SCHOOL, DATE, pupil))?.texts[SLOT]?.state,
      }
    }
    const accepted = async () => {
      const text = await claimed()
      await text.accept()
      return text
    }

    test.each(receipts.words)('%s: it is %s', async (word, means) => {
      const text = await accepted()
      await text.say(word)
      expect([await text.state(), await ways.again()]).toEqual([STATES[means], 0])
    })
    test('that it arrived, and no later word takes that back', async () => {
      const text = await accepted()
      for (const means of ['failed', 'delivered', 'on the way', 'failed', 'delivered', 'failed'])
        await text.say(wordFor(means))
      expect([await text.state(), await ways.again()]).toEqual(['delivered', 0])
    })
    test('what is kept until the text is there, and is lost by no one', async () => {
      const text = await claimed()
      await text.say(wordFor('delivered'))
      const isAhead = !receipts.echoes
      expect(await text.state()).toBe(isAhead ? 'claimed' : 'delivered')
      expect(await ways.again()).toBe(isAhead ? 1 : 0)
      await text.accept()
      expect([await ways.again(), await text.state()]).toEqual([0, 'delivered'])
    })
    test('nothing that the log gives away', () => {
      expect(ways.logged.join()).not.toMatch(/900101|900900/)
    })
  },
)
