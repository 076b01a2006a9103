import { describe, expect, test } from 'vitest'
import { TextPlannedV1 } from '../../events/text-planned.v1.ts'
import { aContact, aPupil, aRegister, at, DATE } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { freshStores } from '../../test/support/stores.ts'
import { dispatchText } from '../dispatch/dispatch-text.ts'
import type { Stores } from '../ports/stores.ts'
import type { OutgoingText } from '../ports/texter.ts'
import { lookAtDay } from './look-at-day.ts'

const ACADEMY = 'springbank'
const log = { write: () => undefined }
const act = { at: at('08:00'), by: 'test', kind: 'set-up' }

/** A day at which two families must be texted (one about two children) and a vulnerable pupil called, at half past ten. */
const openDay = async (): Promise<Stores> => {
  const { stores } = await freshStores()
  await stores.policies.publish(ACADEMY, { version: 'v1', policy: springbankPolicy, from: '2000-01-01' }, act)
  const mother = aContact('mum', { mobile: '+447700900101' })
  const pupils = [
    aPupil('P001', { contacts: [mother] }),
    aPupil('P002', { contacts: [mother], forename: 'Siân' }),
    aPupil('P003', { contacts: [aContact('dad', { mobile: '+447700900103' })], flags: ['lookedAfter'] }),
  ]
  await stores.roll.stage(ACADEMY, 1, { file: 'roll', pupils })
  await stores.roll.stage(ACADEMY, 1, {
    file: 'contacts',
    byPupil: Object.fromEntries(pupils.map((pupil) => [pupil.key, pupil.contacts])),
  })
  await stores.roll.goLive(ACADEMY, 'roll', 0, 1, [{ id: '3b', name: '3B', yearGroup: '3', pupils: 3 }], act)
  await stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
  await stores.saveRegister(ACADEMY, aRegister({ P001: 'N', P002: 'N', P003: 'N' }), 0, act)
  return stores
}

class Killed extends Error {}

/** Stores, queue and timers that die at the n-th call: before it is made, or after it was but before anybody hears. */
const mortal = (stores: Stores, queued: unknown[], dieAt: number, when: 'before' | 'after') => {
  let calls = 0
  const dying = async <T>(call: () => Promise<T>): Promise<T> => {
    calls++
    if (calls === dieAt && when === 'before') throw new Killed()
    const answer = await call()
    if (calls === dieAt && when === 'after') throw new Killed()
    return answer
  }
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (from, name) => {
        const value = Reflect.get(from, name)
        if (typeof value === 'object' && value !== null) return wrap(value)
        return typeof value === 'function' ? (...args: unknown[]) => dying(() => value.apply(from, args)) : value
      },
    })
  const texts = { send: (messages: readonly unknown[]) => dying(async () => void queued.push(...messages)) }
  return {
    stores: wrap(stores),
    texts,
    letters: { send: () => dying(async () => undefined) },
    timers: { lookAt: () => dying(async () => undefined) },
    log,
    calls: () => calls,
  }
}

const sendAll = async (stores: Stores, queued: readonly unknown[]): Promise<readonly OutgoingText[]> => {
  const sent: OutgoingText[] = []
  const texter = {
    send: async (text: OutgoingText) => {
      sent.push(text)
      return { outcome: 'accepted', providerId: `p${sent.length}` } as const
    },
  }
  const ports = { stores, texts: { send: async () => undefined }, texterOf: () => texter, now: () => at('10:31'), log }
  for (const message of queued) await dispatchText(TextPlannedV1.parse(message), ports)
  return sent
}

const wanted = [
  ['+447700900101', expect.stringContaining('Amelia and Siân are not in school')],
  ['+447700900103', expect.stringContaining('Amelia is not in school')],
]
const outcome = (sent: readonly OutgoingText[]) => sent.map((text) => [text.to, text.body]).toSorted()

describe('a sweep that is killed', () => {
  test.each(['before', 'after'] as const)(
    '%s any of its calls, and run again, texts every family once and raises every task once',
    async (when) => {
      let died = true
      for (let dieAt = 1; died; dieAt++) {
        const stores = await openDay()
        const queued: unknown[] = []
        died = await lookAtDay(ACADEMY, at('10:30'), 'sweep', mortal(stores, queued, dieAt, when)).then(
          () => false,
          (error: unknown) => {
            if (!(error instanceof Killed)) throw error
            return true
          },
        )
        await lookAtDay(ACADEMY, at('10:31'), 'sweep', mortal(stores, queued, 0, when))
        expect(outcome(await sendAll(stores, queued))).toEqual(wanted)
        expect((await stores.open(ACADEMY)).tasks.map((task) => [task.kind, task.pupils])).toEqual([['call', ['P003']]])
      }
    },
  )
  test('runs twice at once with the same result', async () => {
    const stores = await openDay()
    const queued: unknown[] = []
    const ports = mortal(stores, queued, 0, 'before')
    await Promise.all([
      lookAtDay(ACADEMY, at('10:30'), 'sweep', ports),
      lookAtDay(ACADEMY, at('10:30'), 'watchdog', ports),
    ])
    expect(outcome(await sendAll(stores, queued))).toEqual(wanted)
  })
})

describe('a dispatch that is killed', () => {
  test('before the claim sends at the next delivery; after it, nobody is texted twice and a person settles it', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let dieAt = 1; dieAt <= 12; dieAt++) {
        const stores = await openDay()
        const queued: unknown[] = []
        await lookAtDay(ACADEMY, at('10:30'), 'sweep', mortal(stores, queued, 0, when))
        const planned = queued
          .map((message) => TextPlannedV1.parse(message))
          .filter((text) => text.to === 'contact' && text.contactId === 'dad')
        const sent: OutgoingText[] = []
        const texter = {
          send: async (text: OutgoingText) => {
            sent.push(text)
            return { outcome: 'accepted', providerId: 'p1' } as const
          },
        }
        const dying = mortal(stores, [], dieAt, when)
        const ports = { texts: { send: async () => undefined }, texterOf: () => texter, log }
        for (const text of planned) {
          await dispatchText(text, { ...ports, stores: dying.stores, now: () => at('10:31') }).catch(() => undefined)
          await dispatchText(text, { ...ports, stores, now: () => at('10:31') })
        }
        await lookAtDay(ACADEMY, at('10:34'), 'alarm', mortal(stores, [], 0, when))
        const tasks = (await stores.open(ACADEMY)).tasks.filter((task) => task.kind === 'uncertain-text')
        expect(sent.length).toBeLessThanOrEqual(1)
        const { state } = Object.values((await stores.card(ACADEMY, DATE, 'P003'))?.texts ?? {})[0] ?? {}
        expect(state === 'accepted' ? tasks.length === 0 && sent.length === 1 : tasks.length === 1).toBe(true)
      }
    }
  })
})
