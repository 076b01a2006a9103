import type { Context, SQSEvent } from 'aws-lambda'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '../../shared/domain/time.ts'
import { referenceOf } from '../../shared/follow-up/text-reference.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { World } from '../../shared/ports/world.ts'
import { cardsIn, home, SLOT } from '../../test/support/stored-cards.ts'
import { AT, act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { make } from './handler.ts'

let fresh: FreshStores
const logged: string[] = []
let texts = 0

beforeAll(async () => {
  fresh = await freshStores()
})

/** Whether the day is looked at again, for every move that was made. */
const looks: boolean[] = []
let now = AT

/** What receipts need of the world, and nothing else. */
const world = {
  env: { TABLE: 'any' },
  clock: { now: () => now },
  log: { write: (code: string) => void logged.push(code) },
  stores: (): Stores => ({
    ...fresh.stores,
    async moveText(...of) {
      const came = await fresh.stores.moveText(...of)
      if (came === 'moved') looks.push(of[4].look === true)
      return came
    },
  }),
} as unknown as World

const acceptedText = async () => {
  const { stand, claim } = cardsIn(fresh.stores)
  const pupil = `R${++texts}`
  await stand(pupil, 'unexplained')
  const providerId = `carrier-${texts}`
  await claim(home(pupil))
  await fresh.stores.moveText(SCHOOL, home(pupil), SLOT, { state: 'accepted', at: AT, providerId, lookUp: true }, act())
  return { providerId, state: async () => (await fresh.stores.card(SCHOOL, DATE, pupil))?.texts[SLOT]?.state }
}

const receive = (...events: readonly unknown[]) =>
  make(world)(
    {
      Records: events.map((event, index) => ({
        messageId: `q${index}`,
        body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) }),
      })),
    } as unknown as SQSEvent,
    {} as Context,
  )

describe('a receipt of End User Messaging', () => {
  test.each([
    [{ eventType: 'TEXT_DELIVERED', isFinal: true }, 'delivered'],
    [{ eventType: 'TEXT_UNREACHABLE', isFinal: true }, 'failed'],
    [{ eventType: 'TEXT_SENT', isFinal: false }, 'accepted'],
    [{ eventType: 'TEXT_UNKNOWN', isFinal: true }, 'accepted'],
  ])('%j leaves the text %s', async (event, state) => {
    const text = await acceptedText()
    expect(await receive({ ...event, messageId: text.providerId })).toEqual({ batchItemFailures: [] })
    expect(await text.state()).toBe(state)
  })
  test('that comes late never undoes a delivery', async () => {
    const text = await acceptedText()
    const event = (eventType: string) => ({ eventType, messageId: text.providerId })
    await receive(event('TEXT_DELIVERED'), event('TEXT_UNREACHABLE'), event('TEXT_DELIVERED'))
    expect(await text.state()).toBe('delivered')
  })
  test('finds its text by our own reference, before the provider’s id is in the record', async () => {
    const { stand, claim } = cardsIn(fresh.stores)
    await stand('R900', 'unexplained')
    await claim(home('R900'))
    const reference = referenceOf({ academy: SCHOOL, slot: SLOT, home: home('R900') })
    const event = { eventType: 'TEXT_DELIVERED', messageId: 'in-no-look-up', context: { reference } }
    expect(await receive(event)).toEqual({ batchItemFailures: [] })
    expect((await fresh.stores.card(SCHOOL, DATE, 'R900'))?.texts[SLOT]?.state).toBe('delivered')
  })
  test('that names by our own reference a text which is not there comes again', async () => {
    logged.length = 0
    const reference = referenceOf({ academy: SCHOOL, slot: SLOT, home: home('R901') })
    const events = ['TEXT_DELIVERED', 'TEXT_UNREACHABLE'].map((eventType) => ({
      eventType,
      messageId: 'in-no-look-up',
      context: { reference },
    }))
    expect((await receive(...events)).batchItemFailures).toHaveLength(2)
    expect(logged.filter((code) => code === 'RECEIPT_UNKNOWN')).toHaveLength(2)
  })
  test('that overtakes the record of its text comes again, and holds up no other', async () => {
    const text = await acceptedText()
    const answer = await receive(
      { eventType: 'TEXT_DELIVERED', messageId: 'not-known-yet' },
      { eventType: 'TEXT_DELIVERED', messageId: text.providerId },
    )
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'q0' }] })
    expect(await text.state()).toBe('delivered')
    expect(logged).toContain('RECEIPT_UNKNOWN')
  })
})

describe('the day is looked at again', () => {
  const cameOf = async (minutes: number, ...states: readonly string[]) => {
    const { providerId } = await acceptedText()
    looks.length = 0
    now = addMinutes(AT, minutes)
    await receive(...states.map((state) => ({ providerId, state })))
    now = AT
    return looks
  }
  test('not for a text that arrived, as nearly all do', async () => {
    expect(await cameOf(1, 'delivered')).toEqual([false])
  })
  test('for one that did not', async () => {
    expect(await cameOf(1, 'failed')).toEqual([true])
  })
  test('for one that arrived after all, so that nobody rings in its place', async () => {
    expect(await cameOf(1, 'failed', 'delivered')).toEqual([true, true])
  })
  test('for one whose receipt comes when somebody may have been asked to ring', async () => {
    expect(await cameOf(21, 'delivered')).toEqual([true])
  })
})

test('receipts in any order, and again, leave one state: delivered wins over failed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('delivered', 'failed'), { minLength: 1, maxLength: 5 }),
      async (states) => {
        const text = await acceptedText()
        await receive(...states.map((state) => ({ providerId: text.providerId, state })))
        expect(await text.state()).toBe(states.includes('delivered') ? 'delivered' : 'failed')
      },
    ),
    { numRuns: 8 },
  )
})

test('what is no event at all goes to the dead letters', async () => {
  expect(await receive({ hello: 'there' })).toEqual({ batchItemFailures: [{ itemIdentifier: 'q0' }] })
})
