import { beforeEach, describe, expect, test } from 'vitest'
import { addMinutes, type Instant } from '../../shared/domain/time.ts'
import type { ReceivedText } from '../../shared/ports/inbox.ts'
import type { Provider } from '../../shared/ports/texter.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { catchUp, ListsLeft } from './use-case.ts'

const NOW = '2026-01-12T11:00:00.000Z'
const NUMBER = springbankPolicy.texts.number

let fresh: FreshStores
let sent: { inboundMessageId: string }[]
let listed: readonly ReceivedText[]
let asked: Instant[]
let logged: string[]

const text = (id: string, at: Instant, to = NUMBER): ReceivedText => ({
  id,
  from: '447700900101',
  to,
  words: 'Amelia has a temperature',
  at,
})

const open = async (provider: Provider, second: Provider | 'none' = 'none') => {
  const policy = { ...springbankPolicy, texts: { ...springbankPolicy.texts, provider, second } }
  await fresh.stores.policies.publish(SCHOOL, { version: provider, policy, from: '2025-09-01' }, act())
}

const look = (now = NOW) =>
  catchUp(SCHOOL, now, {
    stores: fresh.stores,
    inboxOf: () => ({
      receivedSince: async (since) => {
        asked.push(since)
        return listed.filter(({ at }) => at >= since)
      },
    }),
    inbound: { send: async (messages) => void sent.push(...(messages as typeof sent)) },
    log: { write: (code, fields) => void logged.push(`${code} ${JSON.stringify(fields)}`) },
  })
const ids = () => sent.map(({ inboundMessageId }) => inboundMessageId)

beforeEach(async () => {
  fresh = await freshStores()
  sent = []
  asked = []
  logged = []
  await open('notify')
})

describe('a text whose call never came', () => {
  test('is heard like any other, with the time at which it was sent, and the log says that there was one', async () => {
    listed = [text('lost', addMinutes(NOW, -10))]
    await look()
    expect(sent).toEqual([
      {
        originationNumber: '447700900101',
        destinationNumber: NUMBER,
        messageBody: 'Amelia has a temperature',
        inboundMessageId: 'lost',
        sentAt: addMinutes(NOW, -10),
      },
    ])
    expect(logged).toEqual([`TEXTS_MISSED {"academy":"${SCHOOL}","texts":1}`])
  })
  test('is looked for from where the last look ended, however long that was ago', async () => {
    listed = []
    await look(addMinutes(NOW, -600))
    listed = [text('in-between', addMinutes(NOW, -300))]
    await look()
    expect(ids()).toEqual(['in-between'])
  })
  test('waits for its call as long as calls may take', async () => {
    listed = [text('just-now', addMinutes(NOW, -1))]
    await look()
    expect(ids()).toEqual([])
    await look(addMinutes(NOW, 15))
    expect(ids()).toEqual(['just-now'])
  })
  test('is found again while nobody has heard it, as when the look is cut off', async () => {
    listed = [text('lost', addMinutes(NOW, -10))]
    await look()
    await look(addMinutes(NOW, 1))
    expect(ids()).toEqual(['lost', 'lost'])
  })
})

describe('what is left alone', () => {
  test('a text that was heard', async () => {
    listed = [text('heard', addMinutes(NOW, -10))]
    await fresh.stores.firstHeard(SCHOOL, 'r-heard', '2026-01-12')
    await look()
    expect([ids(), logged]).toEqual([[], []])
  })
  test('a text to another academy’s number on the same account, however the provider writes ours', async () => {
    listed = [
      text('theirs', addMinutes(NOW, -10), '07700900950'),
      text('ours', addMinutes(NOW, -10), NUMBER.replace('+44', '0')),
    ]
    await look()
    expect(ids()).toEqual(['ours'])
  })
  test('what came before the school began to be looked after', async () => {
    listed = [text('of-yesterday', addMinutes(NOW, -1500))]
    await look()
    expect(ids()).toEqual([])
  })
  test('the provider, where the academy does not text by it', async () => {
    fresh = await freshStores()
    await open('end-user-messaging')
    listed = [text('lost', addMinutes(NOW, -10))]
    await look()
    expect([ids(), asked]).toEqual([[], []])
  })
})

describe('where a school texts by two providers that list what they received', () => {
  const lookAtBoth = (isSilent: boolean) =>
    catchUp(SCHOOL, NOW, {
      stores: fresh.stores,
      inboxOf: (provider) => ({
        async receivedSince(since) {
          asked.push(since)
          if (provider === 'notify' && isSilent) throw new Error('429')
          return [text(`of-${provider}`, addMinutes(NOW, -10))]
        },
      }),
      inbound: { send: async (messages) => void sent.push(...(messages as typeof sent)) },
      log: { write: () => undefined },
    })

  beforeEach(async () => {
    fresh = await freshStores()
    await open('twilio', 'notify')
  })
  test('both are looked at', async () => {
    await lookAtBoth(false)
    expect(ids().toSorted()).toEqual(['of-notify', 'of-twilio'])
  })
  test('one that is silent keeps nobody’s text from being heard, and is looked at again from the same moment', async () => {
    await expect(lookAtBoth(true)).rejects.toThrow(ListsLeft)
    expect(ids()).toEqual(['of-twilio'])
    await lookAtBoth(false)
    expect(asked.at(-1)).toBe(asked.at(0))
    expect(ids()).toContain('of-notify')
  })
})

test('a look that the provider does not answer is made again from the same moment', async () => {
  listed = []
  await look(addMinutes(NOW, -60))
  const failing = catchUp(SCHOOL, NOW, {
    stores: fresh.stores,
    inboxOf: () => ({ receivedSince: () => Promise.reject(new Error('429')) }),
    inbound: { send: async () => undefined },
    log: { write: () => undefined },
  })
  await expect(failing).rejects.toThrow(ListsLeft)
  await look(addMinutes(NOW, 15))
  expect(asked.at(-1)).toBe(addMinutes(NOW, -72))
})
