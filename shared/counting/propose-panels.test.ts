import { beforeEach, describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { arrange } from '../domain/attend/panel.ts'
import type { Code } from '../domain/codes.ts'
import type { Stores } from '../ports/stores.ts'
import { runNight } from './nightly.ts'

const DAYS = ['12', '13', '14', '15', '16', '19', '20', '21', '22', '23'].map((day) => `2026-01-${day}`)
let fresh: FreshStores

const take = async (date: string, codes: Readonly<Record<string, Code>> = {}) => {
  const code = (pupil: string, present: Code) => ({ code: codes[pupil] ?? present, source: 'teacher' as const })
  for (const [session, present] of [
    ['AM', '/'],
    ['PM', '\\'],
  ] as const) {
    const marks = Object.fromEntries(['P001', 'P002', 'P003'].map((pupil) => [pupil, code(pupil, present)]))
    await fresh.stores.saveRegister(
      SCHOOL,
      aRegister({ date, session, marks }),
      0,
      act('register-saved', { at: `${date}T13:10:00.000Z` }),
    )
  }
}
const night = (date: string, stores: Stores = fresh.stores) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores, log: { write: () => undefined } })
const caseOf = (pupil: string) => fresh.stores.attendCase(SCHOOL, pupil)
const tasks = async () =>
  (await fresh.stores.open(SCHOOL)).tasks
    .filter(({ kind }) => kind === 'attend-panel')
    .map(({ id, pupils }) => [id, pupils])

/** Ten school days. P001 missed one of them and P003, who is not yet of school age, all; P002 was always there. */
beforeEach(async () => {
  fresh = await freshStores()
  const { stores } = fresh
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const pupils = [
    aPupil({ key: 'P001' }),
    aPupil({ key: 'P002', pupilId: 'two' }),
    aPupil({ key: 'P003', pupilId: 'three', dateOfBirth: '2021-03-01' }),
  ]
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, [{ id: '7a', name: '7A', yearGroup: '7', pupils: 3 }], act())
  for (const date of DAYS) await take(date, { P003: 'I', ...(date === '2026-01-20' ? { P001: 'I' } : {}) })
  await night('2026-01-24')
})

test('the night of a first import proposes no panel, and says once how many pupils are below the line', async () => {
  const school = await freshStores()
  const { stores } = school
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const pupils = ['P001', 'P002', 'P003'].map((key) => aPupil({ key, pupilId: key }))
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  const classes = ['7a', '7b'].map((id) => ({ id, name: id.toUpperCase(), yearGroup: '7', pupils: 2 }))
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, classes, act())
  const mark = (code: Code) => ({ code, source: 'import' as const })
  for (const date of DAYS)
    for (const session of ['AM', 'PM'] as const)
      for (const [classId, marks] of [
        ['7a', { P001: mark('O'), P002: mark(session === 'AM' ? '/' : '\\') }],
        ['7b', { P003: mark('I') }],
      ] as const)
        await stores.saveRegister(
          SCHOOL,
          aRegister({ classId, date, session, marks }),
          0,
          act('marks-imported', { at: `${date}T13:10:00.000Z` }),
        )
  await runNight(SCHOOL, '2026-01-24T02:00:00.000Z', { stores, log: { write: () => undefined } })
  expect(await stores.openAttendCases(SCHOOL)).toEqual([])
  const asked = (await stores.open(SCHOOL)).tasks.filter(
    ({ kind }) => kind.startsWith('held') || kind === 'attend-panel',
  )
  expect(asked.map(({ kind, about, pupils: of }) => [kind, about, of])).toEqual([
    ['held-batch', 'panels', ['P001', 'P003']],
  ])
  expect(asked[0]?.why).toMatch(/^2 pupils/)
})

describe('a panel is proposed at night', () => {
  test('for a child below 90% who was absent again, and for nobody else', async () => {
    expect(await tasks()).toEqual([])
    await take('2026-01-26', { P001: 'O', P003: 'I' })
    await night('2026-01-27')
    expect(await caseOf('P001')).toMatchObject({
      opened: '2026-01-26',
      proposal: { on: '2026-01-26', tally: { possible: 22, attended: 18 } },
    })
    expect(await tasks()).toEqual([['2026-01-26-panel-7a', ['P001']]])
    expect([await caseOf('P002'), await caseOf('P003')]).toEqual([undefined, undefined])
  })

  test('once, however often the night comes and however often the child is absent while it waits', async () => {
    await take('2026-01-26', { P001: 'O' })
    await Promise.all([night('2026-01-27'), night('2026-01-27')])
    await take('2026-01-27', { P001: 'O' })
    await night('2026-01-28')
    expect(await tasks()).toHaveLength(1)
    expect(await caseOf('P001')).toMatchObject({ version: 1, proposal: { on: '2026-01-26' } })
  })

  test('not while a meeting is arranged, and again by the next absence after it', async () => {
    await take('2026-01-26', { P001: 'O' })
    await night('2026-01-27')
    const proposed = await caseOf('P001')
    if (proposed === undefined) throw new Error('No case')
    const asked = { id: 'm1', date: '2026-01-30', time: '14:00', place: 'x', tell: 'person', governors: [] } as const
    const now = { by: 's-lead', at: '2026-01-27T10:00:00.000Z', date: '2026-01-27', zone: 'Europe/London' }
    const arranged = arrange(proposed, asked, now)
    if (!arranged.ok) throw new Error(arranged.refusal.why)
    await fresh.stores.saveAttendCase(SCHOOL, arranged.value, act())
    await take('2026-01-27', { P001: 'O' })
    await night('2026-01-28')
    expect((await caseOf('P001'))?.proposal).toBeUndefined()
    const held = { ...arranged.value.meetings[0], state: 'not-attended' } as (typeof arranged.value.meetings)[0]
    await fresh.stores.saveAttendCase(SCHOOL, { ...arranged.value, version: 2, meetings: [held] }, act())
    await take('2026-01-28', { P001: 'I' })
    await night('2026-01-29')
    expect((await caseOf('P001'))?.proposal?.on).toBe('2026-01-28')
  })

  test('not on a day on which the child came, although attendance is still below the line', async () => {
    await take('2026-01-26', { P001: 'O' })
    await night('2026-01-27')
    const open = await caseOf('P001')
    if (open === undefined) throw new Error('No case')
    const { proposal: _declined, ...declined } = open
    await fresh.stores.saveAttendCase(SCHOOL, declined, act())
    await take('2026-01-27')
    await night('2026-01-28')
    expect((await caseOf('P001'))?.proposal).toBeUndefined()
  })

  test('also when the night died between the proposal and the count', async () => {
    await take('2026-01-26', { P001: 'O' })
    const dying: Stores = {
      ...fresh.stores,
      raiseTask: async () => {
        throw new Error('died')
      },
    }
    await expect(night('2026-01-27', dying)).rejects.toThrow('died')
    await night('2026-01-27')
    expect(await tasks()).toEqual([['2026-01-26-panel-7a', ['P001']]])
    expect((await caseOf('P001'))?.version).toBe(1)
  })
})
