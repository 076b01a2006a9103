import { expect, test } from 'vitest'
import { aContact, aPupil, aRegister, at, DATE } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { freshStores } from '../../test/support/stores.ts'
import { lookAtDay } from './look-at-day.ts'

const ACADEMY = 'springbank'
const act = { at: at('08:00'), by: 'test', kind: 'set-up' }

test('the visit and the referral that fall due at one moment are both in the case from that moment', async () => {
  const { stores } = await freshStores()
  await stores.policies.publish(ACADEMY, { version: 'v1', policy: springbankPolicy, from: '2000-01-01' }, act)
  const contacts = [aContact('mum')]
  await stores.roll.stage(ACADEMY, 1, { file: 'roll', pupils: [aPupil('P001', { contacts })] })
  await stores.roll.stage(ACADEMY, 1, { file: 'contacts', byPupil: { P001: contacts } })
  await stores.roll.goLive(ACADEMY, 'roll', 0, 1, [{ id: '3b', name: '3B', yearGroup: '3', pupils: 1 }], act)
  await stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
  const days = ['2026-01-08', '2026-01-09']
  const opened = { caseId: 'c1', pupil: 'P001', opened: '2026-01-08', version: 1, days, steps: [], visits: [] }
  await stores.openCase(ACADEMY, opened, act)
  await stores.saveRegister(ACADEMY, aRegister({ P001: 'N' }, { date: DATE }), 0, act)
  const silent = { send: async () => undefined }
  const ports = { stores, texts: silent, letters: silent, timers: { lookAt: async () => undefined } }
  await lookAtDay(ACADEMY, at('12:30'), 'sweep', { ...ports, log: { write: () => undefined } })
  const [third] = (await stores.open(ACADEMY)).cases
  expect(third?.steps.map(({ day, step, at: moment, how }) => [day, step, moment, how])).toEqual([
    [3, 'third-visit', at('12:30'), 'due'],
    [3, 'referral', at('12:30'), 'due'],
  ])
})
