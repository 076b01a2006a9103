import { beforeEach, describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import type { Closure } from '../domain/calendar.ts'
import type { Code } from '../domain/codes.ts'
import { byPupil } from '../domain/counting/class-tally.ts'
import { runNight } from './nightly.ts'
import { verifyTallies } from './verify.ts'

let fresh: FreshStores
const YEAR = '2025-09-01'

const publish = (settle: 'automatic' | 'person') =>
  fresh.stores.policies.publish(
    SCHOOL,
    {
      version: settle,
      policy: { ...springbankPolicy, unresolved: { ...springbankPolicy.unresolved, settle } },
      from: YEAR,
    },
    act(),
  )

/** Class 7A takes its morning register of a date on that day. */
const take = (date: string, codes: Readonly<Record<string, Code>>) =>
  fresh.stores.saveRegister(
    SCHOOL,
    aRegister({
      date,
      marks: Object.fromEntries(Object.entries(codes).map(([pupil, code]) => [pupil, { code, source: 'teacher' }])),
    }),
    0,
    act('register-saved', { at: `${date}T09:10:00.000Z` }),
  )
const night = (date: string) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores: fresh.stores, log: { write: () => undefined } })
const codeOn = async (date: string) => (await fresh.stores.register(SCHOOL, date, 'AM', '7a'))?.marks.P001
const tasks = async () => (await fresh.stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'unresolved-n')

beforeEach(async () => {
  fresh = await freshStores()
  await publish('automatic')
  await fresh.stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils: [aPupil()] })
  await fresh.stores.roll.goLive(SCHOOL, 'roll', 0, 1, [{ id: '7a', name: '7A', yearGroup: '7', pupils: 2 }], act())
  await take('2026-01-12', { P001: 'N', P002: '/' })
  for (const date of ['2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16', '2026-01-19', '2026-01-20'])
    await take(date, { P001: '/', P002: '/' })
})

/** Every night from one date to another, weekends too. */
const nights = async (...dates: readonly number[]) => {
  for (const day of dates) await night(`2026-01-${day}`)
}

describe('an N whose reason never comes', () => {
  test('is asked about from the third school day, and is O after the fifth, with the count of the year', async () => {
    await nights(13, 14, 15)
    expect(await tasks()).toEqual([])
    await nights(16)
    expect((await tasks()).map(({ id, pupils, doers }) => [id, pupils, doers])).toEqual([
      ['2026-01-16-unresolved-n', ['P001'], ['office', 'lead']],
    ])
    await nights(17, 18, 19)
    expect((await codeOn('2026-01-12'))?.code).toBe('N')
    await nights(20)
    expect(await codeOn('2026-01-12')).toEqual({ code: 'O', source: 'office' })
    expect((await verifyTallies(fresh.stores, SCHOOL, '2026-01-20')).discrepancies).toEqual([])
    expect(byPupil(await fresh.stores.tallies(SCHOOL, YEAR)).get('P001')).toMatchObject({ unauthorised: 1 })
  })

  test('keeps what was noted beside it when it becomes O: a comment is part of the register', async () => {
    const note = 'Seen at the bus stop at 8:40'
    const register = aRegister({
      date: '2026-01-12',
      version: 2,
      marks: { P001: { code: 'N', source: 'office', note } },
    })
    await fresh.stores.saveRegister(SCHOOL, register, 1, act('mark-amended', { at: '2026-01-12T10:00:00.000Z' }))
    await nights(13, 14, 15, 16, 17, 18, 19, 20)
    expect(await codeOn('2026-01-12')).toEqual({ code: 'O', source: 'office', note })
  })

  test('is found where the list of its date says so; of dates whose list has no N no register is read', async () => {
    await nights(13, 14, 15, 16, 17, 18, 19)
    const read: string[] = []
    const stores = {
      ...fresh.stores,
      registersOn: (...[academy, date, strong]: Parameters<typeof fresh.stores.registersOn>) => {
        read.push(date)
        return fresh.stores.registersOn(academy, date, strong)
      },
    }
    await runNight(SCHOOL, '2026-01-20T02:00:00.000Z', { stores, log: { write: () => undefined } })
    const withLists = ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16']
    expect(withLists.filter((date) => read.includes(date))).toEqual(['2026-01-12'])
    expect((await codeOn('2026-01-12'))?.code).toBe('O')
  })

  test('that the office gives after the night counted its date runs out all the same', async () => {
    await nights(13, 14)
    const was = await fresh.stores.register(SCHOOL, '2026-01-13', 'AM', '7a')
    if (!was) throw new Error('The register was taken')
    const marks = { ...was.marks, P002: { code: 'N', source: 'office' } as const }
    const amended = act('mark-amended', { at: '2026-01-14T09:00:00.000Z' })
    await fresh.stores.saveRegister(SCHOOL, { ...was, version: was.version + 1, marks }, was.version, amended)
    await nights(15, 16, 17, 18, 19, 20, 21)
    expect((await fresh.stores.register(SCHOOL, '2026-01-13', 'AM', '7a'))?.marks.P002?.code).toBe('O')
  })

  test('that somebody gives weeks later is O by the next week, for its time was over when it was given', async () => {
    await nights(13, 14, 15, 16, 17, 18, 19, 20, 21)
    const was = await fresh.stores.register(SCHOOL, '2026-01-13', 'AM', '7a')
    if (!was) throw new Error('The register was taken')
    const marks = { ...was.marks, P002: { code: 'N', source: 'office' } as const }
    const amended = act('mark-amended', { at: '2026-01-28T09:00:00.000Z' })
    for (const date of ['2026-01-26', '2026-01-27', '2026-01-28', '2026-01-29', '2026-01-30', '2026-02-02'])
      await take(date, { P001: '/', P002: '/' })
    await nights(27, 28)
    await fresh.stores.saveRegister(SCHOOL, { ...was, version: was.version + 1, marks }, was.version, amended)
    await nights(29, 30, 31)
    expect((await fresh.stores.register(SCHOOL, '2026-01-13', 'AM', '7a'))?.marks.P002?.code).toBe('N')
    await night('2026-02-03')
    expect((await fresh.stores.register(SCHOOL, '2026-01-13', 'AM', '7a'))?.marks.P002?.code).toBe('O')
    expect((await verifyTallies(fresh.stores, SCHOOL, '2026-02-03')).discrepancies).toEqual([])
  })

  test('is settled once, and late, when nights did not happen', async () => {
    await nights(13, 21)
    expect((await codeOn('2026-01-12'))?.code).toBe('O')
    const register = await fresh.stores.register(SCHOOL, '2026-01-12', 'AM', '7a')
    await nights(21, 22)
    expect((await fresh.stores.register(SCHOOL, '2026-01-12', 'AM', '7a'))?.version).toBe(register?.version)
  })

  test('Case 4: has a day more when a day of snow is put in meanwhile', async () => {
    const snow: Closure = {
      id: 'snow',
      from: '2026-01-15',
      until: '2026-01-15',
      sessions: ['AM', 'PM'],
      code: 'Y4',
      because: 'Snow.',
      by: 's-head',
      at: '2026-01-15T06:00:00.000Z',
    }
    await fresh.stores.putClosure(SCHOOL, snow, act())
    await nights(13, 14, 15, 16, 17, 18, 19, 20)
    expect((await codeOn('2026-01-12'))?.code).toBe('N')
    await nights(21)
    expect((await codeOn('2026-01-12'))?.code).toBe('O')
  })

  test('on a day found to be closed stays for a person', async () => {
    const closed: Closure = {
      id: 'inset',
      from: '2026-01-12',
      until: '2026-01-12',
      sessions: ['AM', 'PM'],
      code: '#',
      because: 'An INSET day, entered late.',
      by: 's-head',
      at: '2026-01-12T06:00:00.000Z',
    }
    await fresh.stores.putClosure(SCHOOL, closed, act())
    await nights(13, 20, 21)
    expect((await codeOn('2026-01-12'))?.code).toBe('N')
  })

  test('is a task each day, and no O, where the school wants a person to settle it', async () => {
    await publish('person')
    await nights(13, 20)
    expect((await codeOn('2026-01-12'))?.code).toBe('N')
    expect((await tasks()).map(({ pupils }) => pupils)).toEqual([['P001']])
  })
})
