import { beforeEach, describe, expect, test } from 'vitest'
import { MOST_ASKS, type TextAsked } from '../../events/text-asked.v1.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { cardsIn, home, SLOT } from '../../test/support/stored-cards.ts'
import { AT, act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { referenceOf } from '../follow-up/text-reference.ts'
import type { Fate } from '../ports/texter.ts'
import { askWhatBecame } from './what-became.ts'

let fresh: FreshStores
let waiting: { asked: number; delay: number | undefined }[]
let asks: number
let pupils = 0

beforeEach(async () => {
  fresh = await freshStores()
  await fresh.stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  waiting = []
  asks = 0
})

/** A text that its provider took. */
const acceptedText = async () => {
  const pupil = `W${++pupils}`
  const { stand, claim } = cardsIn(fresh.stores)
  await stand(pupil, 'unexplained')
  await claim(home(pupil))
  const move = (state: 'accepted' | 'delivered') =>
    fresh.stores.moveText(SCHOOL, home(pupil), SLOT, { state, at: AT, providerId: 'p1' }, act())
  await move('accepted')
  const asked: TextAsked = {
    ask: 'what-became',
    academy: SCHOOL,
    date: DATE,
    reference: referenceOf({ academy: SCHOOL, slot: SLOT, home: home(pupil) }),
    providerId: 'p1',
    asked: 0,
  }
  return { asked, move, state: async () => (await fresh.stores.card(SCHOOL, DATE, pupil))?.texts[SLOT]?.state }
}

const ask = (asked: TextAsked, fate?: Fate) =>
  askWhatBecame(asked, {
    stores: fresh.stores,
    texts: {
      send: async ([message], how) =>
        void waiting.push({ asked: (message as TextAsked).asked, delay: how?.delaySeconds }),
    },
    texterOf: () => ({
      send: () => Promise.reject(new Error('nothing is sent here')),
      ...(fate === undefined
        ? {}
        : {
            async fate() {
              asks++
              return fate
            },
          }),
    }),
    now: () => AT,
    log: { write: () => undefined },
  })

describe('a text without a receipt', () => {
  test.each(['delivered', 'failed'] as const)('of which the provider says that it %s has its receipt', async (fate) => {
    const text = await acceptedText()
    await ask(text.asked, fate)
    expect([await text.state(), waiting]).toEqual([fate, []])
  })
  test.each(['waiting', 'unknown', undefined] as const)(
    'of which it says no more (%s) is asked after again',
    async (fate) => {
      const text = await acceptedText()
      await ask(text.asked, fate)
      expect([await text.state(), waiting]).toEqual(['accepted', [{ asked: 1, delay: 900 }]])
    },
  )
  test('is asked after twice and no more', async () => {
    const text = await acceptedText()
    for (let asked = 0; asked < MOST_ASKS; asked++) await ask({ ...text.asked, asked }, 'waiting')
    expect([asks, waiting.map((each) => each.asked)]).toEqual([2, [1]])
  })
})

describe('the provider is not asked', () => {
  test('where the receipt came meanwhile', async () => {
    const text = await acceptedText()
    await text.move('delivered')
    await ask(text.asked, 'failed')
    expect([await text.state(), asks, waiting]).toEqual(['delivered', 0, []])
  })
  test('where no such text is known', async () => {
    const text = await acceptedText()
    const reference = referenceOf({ academy: SCHOOL, slot: SLOT, home: home('W999') })
    await ask({ ...text.asked, reference }, 'failed')
    await ask({ ...text.asked, reference: 'somebody else’s' }, 'failed')
    expect([asks, waiting]).toEqual([0, []])
  })
})
