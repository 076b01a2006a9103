/** Brothers and sisters who each need a panel: one meeting for both, and never two for one parent on one day. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Contact } from '../../shared/domain/people.ts'
import { noStage } from '../../shared/domain/stages/stage.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { aContact, act, aRegister } from '../support/stored-examples.ts'

let school: ApiSchool
const slot = { date: '2026-01-20', time: '15:30', place: 'in the library', tell: 'person' }
const arrange = (pupil: string, more: object = {}) =>
  school.ask('lead', 'POST', `pupils/${pupil}/attend/meetings`, { ...slot, ...more })
const caseOf = async (pupil: string) => (await school.ask('lead', 'GET', `pupils/${pupil}/attend`)).body.open
const parent = (contactId: string, number: string, more: Partial<Contact> = {}) =>
  aContact({
    contactId,
    name: `Kit ${number}`,
    mobile: `+447700900${number}`,
    address: [`${number} Mill Lane`, 'Eastmoor'],
    postcode: 'ZZ9 9ZZ',
    ...more,
  })

/** P001 and P002 share a mother; P002 has a father of his own elsewhere. P003 shares the house of P001 by a contact who is barred. */
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
  const mother = parent('mum', '131')
  const byPupil = {
    k01: [mother, parent('barred', '133')],
    k02: [mother, parent('dad', '132', { livesWith: false, address: ['3 Ridge Road'], addressConfidential: true })],
    k03: [parent('barred', '133', { noContact: true })],
  }
  await school.stores.roll.stage(SCHOOL, 2, { file: 'contacts', byPupil })
  await school.stores.roll.goLive(SCHOOL, 'contacts', 1, 2, undefined, act())
})

describe('one meeting for both', () => {
  test('stands in each case under one id, and each names the other', async () => {
    const arranged = await arrange('P001', { together: ['P002'] })
    expect(arranged.status).toBe(201)
    const { id } = arranged.body.meeting
    expect((await caseOf('P001')).meetings).toMatchObject([{ id, together: ['P002'], state: 'arranged' }])
    expect((await caseOf('P002')).meetings).toMatchObject([{ id, together: ['P001'], state: 'arranged' }])
    const { meetings } = await school.stores.open(SCHOOL)
    expect(meetings.map(({ id: each, pupil }) => [each, pupil])).toEqual([
      [id, 'k01'],
      [id, 'k02'],
    ])
    expect(JSON.stringify([arranged.body, await caseOf('P001')])).not.toContain('Ridge Road')
  })

  test('told by letter is a letter about each child to each of that child’s parents, all for the one hour', async () => {
    const ill = { code: 'I', source: 'teacher' } as const
    const friday = aRegister({ classId: '3b', date: '2026-01-09', marks: { k01: ill, k02: ill } })
    await school.stores.saveRegister(SCHOOL, friday, 0, act('register-saved', { at: '2026-01-09T09:05:00.000Z' }))
    await arrange('P001', { together: ['P002'], tell: 'letter' })
    const letters = await school.stores.openLetters(SCHOOL)
    expect(letters.map(({ pupil, contactId }) => `${pupil} ${contactId}`).toSorted()).toEqual([
      'k01 barred',
      'k01 mum',
      'k02 mum',
    ])
    expect(new Set(letters.map(({ meeting }) => meeting)).size).toBe(1)
  })

  test('moves for both', async () => {
    const { id } = (await arrange('P001', { together: ['P002'] })).body.meeting
    const path = `pupils/P002/attend/meetings/${id}/rearrange`
    const moved = await school.ask('lead', 'POST', path, { ...slot, time: '16:00', because: 'the mother works then' })
    expect(moved.status).toBe(201)
    const states = async (pupil: string) =>
      (await caseOf(pupil)).meetings.map(({ state, time }: Record<string, unknown>) => [state, time])
    for (const pupil of ['P001', 'P002'])
      expect(await states(pupil)).toEqual([
        ['rearranged', '15:30'],
        ['arranged', '16:00'],
      ])
  })

  test('is for children who share a parent that may be asked about both, and for nobody else', async () => {
    for (const other of ['P003', 'P004', 'P001'])
      expect((await arrange('P001', { together: [other] })).body.code).toBe('no-household')
    expect((await arrange('P001', { together: ['P099'] })).status).toBe(404)
    expect(await school.stores.openAttendCases(SCHOOL)).toEqual([])
  })

  test('is not begun where the other child has one arranged: nothing is half written', async () => {
    await arrange('P002', { date: '2026-01-21' })
    expect((await arrange('P001', { together: ['P002'] })).body).toMatchObject({ code: 'already' })
    expect(await school.stores.attendCase(SCHOOL, 'k01')).toBeUndefined()
  })
})

test('the list of cases says which brothers and sisters have a panel proposed or arranged too', async () => {
  await arrange('P001')
  await arrange('P002', { date: '2026-01-21' })
  await arrange('P003')
  const { cases } = (await school.ask('lead', 'GET', 'attend')).body
  expect(cases.map(({ pupil, household }: Record<string, unknown>) => [pupil, household])).toEqual([
    ['P001', ['P002']],
    ['P002', ['P001']],
    ['P003', []],
  ])
})

test('a parent is never asked to two meetings about two children on one day', async () => {
  await arrange('P001')
  expect((await arrange('P002', { time: '14:30' })).body).toMatchObject({
    code: 'sibling-meets',
    title: expect.stringContaining('P001'),
  })
  expect((await arrange('P003', { time: '14:30' })).status).toBe(201)
  expect((await arrange('P002', { date: '2026-01-21' })).status).toBe(201)
})

test('nor is a meeting of stage 2 set on the day of a brother’s or sister’s, whose letter speaks of one child', async () => {
  await arrange('P001', { date: '2026-01-22' })
  const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
  const sent = [{ step: 'stage-1', on: '2025-12-05', tally, at: '2025-12-08T16:00:00.000Z', letters: [] } as const]
  const due = { step: 'stage-2', on: '2026-01-09', tally } as const
  await school.stores.saveStage(SCHOOL, { ...noStage('k02', '2025-09-01'), sent, due }, act('stage-due'))
  const meet = (date: string) =>
    school.ask('lead', 'POST', 'pupils/P002/stage', { do: 'meet', date, time: '14:00', because: 'agreed by telephone' })
  expect((await meet('2026-01-22')).body).toMatchObject({ code: 'sibling-meets' })
  expect((await meet('2026-01-23')).status).toBe(200)
})
