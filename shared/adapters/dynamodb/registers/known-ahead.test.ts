import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { AT, act } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import type { Closure } from '../../../domain/calendar.ts'
import type { KnownAbsence } from '../../../domain/known-absence.ts'
import { itemSize } from '../item-size.ts'
import { fromKnownAbsenceItem, toKnownAbsenceItem } from './known-absence-item.ts'

const SCHOOL = 'ahead'
const MONDAY = '2026-01-12'
const FRIDAY = '2026-01-16'

const snow: Closure = {
  id: 'snow',
  from: MONDAY,
  until: FRIDAY,
  sessions: ['AM', 'PM'],
  code: 'Y4',
  because: 'snow',
  by: 'S1',
  at: AT,
}

let stores: FreshStores['stores']
beforeAll(async () => {
  stores = (await freshStores()).stores
})

describe('whoever takes a register', () => {
  test('learns of a closure and a late opening until they are over or undone', async () => {
    const opening = { date: MONDAY, opens: '10:00', because: 'snow', by: 'S1', at: AT }
    await stores.putClosure(SCHOOL, snow, act('school-closed'))
    await stores.putLateOpening(SCHOOL, opening, act('late-opening-declared'))
    expect(await stores.knownAhead(SCHOOL, MONDAY)).toEqual({ absences: [], closures: [snow], lateOpenings: [opening] })
    expect((await stores.knownAhead(SCHOOL, FRIDAY)).lateOpenings).toEqual([])
    expect((await stores.knownAhead(SCHOOL, '2026-01-19')).closures).toEqual([])
    await stores.endClosure(SCHOOL, 'snow', act('closure-undone'))
    await stores.endLateOpening(SCHOOL, MONDAY, act('late-opening-undone'))
    expect(await stores.knownAhead(SCHOOL, MONDAY)).toEqual({ absences: [], closures: [], lateOpenings: [] })
    await expect(stores.endClosure(SCHOOL, 'snow', act('closure-undone'))).resolves.toBe('already')
  })

  test('learns of the dates said last, and of what stands among the open things too', async () => {
    await stores.putClosure('again', snow, act('school-closed'))
    await stores.putClosure('again', { ...snow, until: MONDAY }, act('school-closed'))
    expect((await stores.knownAhead('again', MONDAY)).closures).toEqual([{ ...snow, until: MONDAY }])
    expect((await stores.open('again')).closures).toEqual([{ ...snow, until: MONDAY }])
    await stores.endClosure('again', 'snow', act('closure-undone'))
    expect((await stores.knownAhead('again', MONDAY)).closures).toEqual([])
  })
})

describe('an absence known ahead', () => {
  const unwell: KnownAbsence = {
    id: `a-P00123-${MONDAY}`,
    pupil: 'P00123',
    from: MONDAY,
    until: MONDAY,
    sessions: ['AM', 'PM'],
    code: 'I',
    words: 'unwell',
    by: 'staff-1',
    at: AT,
  }

  test('of one day is so small that those of 21 pupils are one unit of reading', () => {
    const item = toKnownAbsenceItem('springbank', unwell, act('absence-known', { echo: true }))
    expect(itemSize(marshall(item))).toBeLessThan(4096 / 21)
    expect(fromKnownAbsenceItem(item)).toEqual(unwell)
  })

  test('keeps the sessions it speaks of, the nature of the provision and the family’s words', async () => {
    const trip: KnownAbsence = { ...unwell, sessions: ['PM'], code: 'V', words: 'museum', note: 'museum visit' }
    await stores.putKnownAbsence('trips', trip, act('absence-known'))
    await expect(stores.knownAbsences('trips', MONDAY)).resolves.toEqual([trip])
  })
})
