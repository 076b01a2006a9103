import { describe, expect, test } from 'vitest'
import { aContact, aPupil, aRegister, at, DATE } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { freshStores } from '../../test/support/stores.ts'
import type { Standing } from '../domain/absence.ts'
import { lookAtDay } from './look-at-day.ts'

const ACADEMY = 'springbank'
const act = { at: at('08:00'), by: 'test', kind: 'set-up' }
const CLASSES = [{ id: '3b', name: '3B', yearGroup: '3', pupils: 1 }]

/** A child with a social worker who was accounted for in the morning, and is not in the afternoon's register. */
const afternoonAfter = async (morning: Standing, code: string) => {
  const { stores } = await freshStores()
  await stores.policies.publish(ACADEMY, { version: 'v1', policy: springbankPolicy, from: '2000-01-01' }, act)
  const contacts = [aContact('mum')]
  const pupils = [aPupil('P001', { contacts, flags: ['socialWorker'] })]
  await stores.roll.stage(ACADEMY, 1, { file: 'roll', pupils })
  await stores.roll.stage(ACADEMY, 1, { file: 'contacts', byPupil: { P001: contacts } })
  await stores.roll.goLive(ACADEMY, 'roll', 0, 1, CLASSES, act)
  await stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
  await stores.saveRegister(ACADEMY, aRegister({ P001: code }), 0, act)
  const card = { pupil: 'P001', classId: '3b', date: DATE, vulnerable: true }
  await stores.setStanding(ACADEMY, card, 'AM', { standing: morning, since: at('09:20') }, undefined, [], act)
  await stores.saveRegister(
    ACADEMY,
    aRegister({ P001: 'N' }, { session: 'PM', submittedAt: at('13:10'), asOf: at('13:10') }),
    0,
    act,
  )
  const silent = { send: async () => undefined }
  const ports = { stores, texts: silent, letters: silent, timers: { lookAt: async () => undefined } }
  await lookAtDay(ACADEMY, at('13:15'), 'sweep', { ...ports, log: { write: () => undefined } })
  return stores
}

describe('a vulnerable child who was accounted for in the morning and is missing after lunch', () => {
  test.each([
    ['was at the dentist', 'reported', 'M'],
    ['came in late', 'arrived', 'U'],
  ] as const)(
    'and %s stands first on the list, is rung about first, and the social worker hears of it',
    async (_why, standing, code) => {
      const stores = await afternoonAfter(standing, code)
      expect((await stores.card(ACADEMY, DATE, 'P001'))?.vulnerable).toBe(true)
      const { tasks } = await stores.open(ACADEMY)
      expect(tasks.map(({ kind, rule }) => `${kind} by ${rule}`)).toEqual(
        expect.arrayContaining([
          'call by missing-after-lunch',
          'call by vulnerable-first',
          'tell-agency by tell-agency',
        ]),
      )
    },
  )
})
