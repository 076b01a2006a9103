import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { AT, aContact, act, aPupil, aRegister } from '../../../test/support/stored-examples.ts'
import { freshStores } from '../../../test/support/stores.ts'
import { newCase } from '../../domain/attend/panel.ts'
import { eraseRecord } from './erase.ts'
import type { Db } from './write.ts'

const SCHOOL = 'springbank'

const UPN = 'A801200005001'
const nothing = { years: [], generations: {} }

test('whoever is erased is known to no school of the trust by their number, and a school that has them still is', async () => {
  const { stores, ...db } = await freshStores()
  const { key, dateOfBirth } = aPupil()
  const at = (academy: string) => ({ academy, pupil: key, dateOfBirth, joined: '2024-09-02' })
  for (const academy of ['springbank', 'hilltop']) await stores.keepEnrolment(UPN, at(academy))
  await eraseRecord(db, 'springbank', key, nothing)
  expect(await stores.enrolmentsOf(UPN)).toEqual([at('hilltop')])
  await eraseRecord(db, 'hilltop', key, nothing)
  expect(await stores.enrolmentsOf(UPN)).toEqual([])
})

const left = async ({ client, table }: Db, word: string): Promise<readonly string[]> =>
  ((await client.send(new ScanCommand({ TableName: table }))).Items ?? [])
    .filter((item) => JSON.stringify(item).includes(word))
    .map(({ pk, sk }) => `${pk} ${sk}`)

test('what names many children names the others only: lists of absences, groups; a meeting that was never held goes', async () => {
  const { stores, ...db } = await freshStores()
  const mark = { code: 'I', source: 'office' } as const
  const away = (classId: string, marks: Parameters<typeof aRegister>[0]) =>
    aRegister({ classId, ...marks, date: '2026-01-12' })
  await stores.listAbsences(SCHOOL, '2026-01-12', [
    away('7a', { marks: { k01: mark, k011: mark } }),
    away('7b', { marks: { k01: mark } }),
  ])
  const group = { id: 'g1', version: 0, name: 'Breakfast club', pupils: ['k01', 'k011'], rule: {} }
  await stores.saveGroup(SCHOOL, group, act('group-made', { pupils: ['k01', 'k011'] }))
  const meeting = { id: 'm1', date: '2026-01-19', time: '15:30', place: 'Library', state: 'arranged' } as const
  const meetings = [
    { ...meeting, arrangedOn: '2026-01-12', tell: 'person', governors: [], by: 's-lead', at: AT } as const,
  ]
  const aCase = { ...newCase('k01', '2026-01-12', 's-lead', 'Absent often', { reviewDays: 14 }), meetings }
  await stores.saveAttendCase(SCHOOL, aCase, act('meeting-arranged', { pupils: ['k01'] }))
  expect(await left(db, 'k01')).toHaveLength(4)
  await eraseRecord(db, SCHOOL, 'k01', nothing)
  expect(JSON.stringify(await stores.absenceDays(SCHOOL, { newest: 9 }))).not.toContain('"k01"')
  expect((await stores.absenceDays(SCHOOL, { newest: 9 }))[0]?.absences).toEqual([
    { pupil: 'k011', session: 'AM', code: 'I' },
  ])
  expect((await stores.groups(SCHOOL))[0]?.pupils).toEqual(['k011'])
  expect((await left(db, 'k01')).toSorted()).toEqual(['A#springbank#ABSENCES 2026-01-12', 'A#springbank#GROUPS g1'])
  expect(await left(db, '"k01"')).toEqual([])
})

test('the number of a parent who stopped the texts goes with the last of their children', async () => {
  const { stores, ...db } = await freshStores()
  const [mother, father] = [aContact(), aContact({ contactId: 'C2', mobile: '+447700900124' })]
  const about = { agencies: [] }
  const child = { ...aPupil({ key: 'k01' }), ...about, contacts: [mother, father] }
  const sister = { ...aPupil({ key: 'k02' }), ...about, contacts: [father] }
  for (const pupil of [child, sister]) await stores.roll.keepLeaver(SCHOOL, pupil, act())
  const stop = ({ contactId, mobile = '' }: typeof mother) => ({ contactId, because: 'stop', mobile }) as const
  await stores.putStop(SCHOOL, stop(mother), act())
  await stores.endStop(SCHOOL, 'C1', act())
  for (const parent of [mother, father]) await stores.putStop(SCHOOL, stop(parent), act())
  await eraseRecord(db, SCHOOL, 'k01', nothing)
  expect(await left(db, '+447700900123')).toEqual([])
  expect(await left(db, '+447700900124')).toContain('A#springbank#OPEN STOP#C2')
  await eraseRecord(db, SCHOOL, 'k02', nothing)
  expect(await left(db, '+4477009')).toEqual([])
})
