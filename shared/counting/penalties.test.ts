import { beforeEach, describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import type { Code } from '../domain/codes.ts'
import { listedIn } from '../domain/counting/absence-day.ts'
import { noPenalties } from '../domain/penalties/record.ts'
import { runNight } from './nightly.ts'

const DAYS = ['12', '13', '14', '15', '16'].map((day) => `2026-01-${day}`)
let fresh: FreshStores

const register = (date: string, session: 'AM' | 'PM', code: Code) =>
  aRegister({
    date,
    session,
    marks: {
      P001: { code, source: 'teacher' },
      P002: { code: 'I', source: 'teacher' },
      P003: { code: 'O', source: 'teacher' },
    },
  })

const take = (date: string, session: 'AM' | 'PM', code: Code) =>
  fresh.stores.saveRegister(
    SCHOOL,
    register(date, session, code),
    0,
    act('register-saved', { at: `${date}T13:10:00.000Z` }),
  )

const amend = (date: string, session: 'AM' | 'PM', code: Code, at: string, version = 1) =>
  fresh.stores.saveRegister(SCHOOL, register(date, session, code), version, act('mark-amended', { at }))

const night = (date: string) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores: fresh.stores, log: { write: () => undefined } })

const listed = async () =>
  (await fresh.stores.absenceDays(SCHOOL, { newest: 100 })).map(({ date, absences }) => [
    date,
    absences.filter(({ pupil }) => pupil === 'P001').map(({ session, code }) => `${session} ${code}`),
  ])

/** Tasks about a pupil; classes and reports have theirs too. */
const tasks = async () =>
  (await fresh.stores.open(SCHOOL)).tasks
    .filter(({ pupils }) => pupils.length > 0)
    .map(({ kind, pupils }) => `${kind} ${pupils.join(' ')}`)
    .toSorted()

/** Five school days: P001 away without leave on all of them, P002 ill, P003 not yet of compulsory school age. */
beforeEach(async () => {
  fresh = await freshStores()
  const { stores } = fresh
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const pupils = [
    aPupil({ key: 'P001', dateOfBirth: '2016-01-05' }),
    aPupil({ key: 'P002', pupilId: 'two', dateOfBirth: '2016-03-01' }),
    aPupil({ key: 'P003', pupilId: 'three', dateOfBirth: '2021-03-01' }),
  ]
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, [{ id: '7a', name: '7A', yearGroup: '7', pupils: 3 }], act())
  for (const date of DAYS) {
    await take(date, 'AM', 'G')
    await take(date, 'PM', 'G')
  }
})

describe('at night', () => {
  test('the absences that the law counts are listed date by date, illness among them, and each night once', async () => {
    await night('2026-01-13')
    await night('2026-01-15')
    await Promise.all([night('2026-01-15'), night('2026-01-15')])
    expect(await listed()).toEqual(DAYS.slice(0, 3).map((date) => [date, ['AM G', 'PM G']]))
    const [first] = await fresh.stores.absenceDays(SCHOOL, { newest: 100 })
    const expected = (['AM', 'PM'] as const).flatMap((session) => listedIn(register('2026-01-12', session, 'G')))
    expect(first?.absences).toHaveLength(expected.length)
    expect(first?.absences).toEqual(expect.arrayContaining([...expected]))
  })

  test('a mark amended later changes its own place in the list with the register, in one write', async () => {
    await night('2026-01-17')
    await amend('2026-01-13', 'PM', 'I', '2026-01-18T10:00:00.000Z')
    await amend('2026-01-14', 'AM', '/', '2026-01-18T10:00:00.000Z')
    expect((await listed()).slice(0, 4)).toEqual([
      ['2026-01-12', ['AM G', 'PM G']],
      ['2026-01-13', ['AM G', 'PM I']],
      ['2026-01-14', ['PM G']],
      ['2026-01-15', ['AM G', 'PM G']],
    ])
  })

  test('near is told on the day it comes near, the threshold is a task of its own, and both once', async () => {
    await night('2026-01-16')
    expect(await tasks()).toEqual(['penalty-near P001'])
    await night('2026-01-17')
    await Promise.all([night('2026-01-17'), night('2026-01-17')])
    expect(await tasks()).toEqual(['penalty-near P001', 'penalty-notice P001'])
    expect(await fresh.stores.penaltyRecord(SCHOOL, 'P001')).toMatchObject({
      case: { since: '2026-01-15', standing: 'met', sessions: 10 },
    })
  })

  test('a child below compulsory school age comes near nothing', async () => {
    await night('2026-01-17')
    expect(await fresh.stores.penaltyRecord(SCHOOL, 'P003')).toMatchObject({ version: 1 })
    expect((await fresh.stores.penaltyRecord(SCHOOL, 'P003'))?.case).toBeUndefined()
    expect((await tasks()).join()).not.toContain('P003')
  })

  test('a reason found later takes the matter back, and the task with it', async () => {
    await night('2026-01-17')
    await amend('2026-01-16', 'PM', 'M', '2026-01-17T10:00:00.000Z')
    await take('2026-01-19', 'AM', '/')
    await take('2026-01-19', 'PM', '\\')
    await night('2026-01-20')
    expect(await tasks()).toEqual([])
    expect((await fresh.stores.penaltyRecord(SCHOOL, 'P001'))?.case).toMatchObject({ standing: 'near', sessions: 9 })
  })

  test('while a session is N nobody is asked to consider anything, and the list says so', async () => {
    await amend('2026-01-16', 'PM', 'N', '2026-01-16T15:00:00.000Z')
    await night('2026-01-17')
    expect(await tasks()).toEqual(['penalty-near P001'])
    expect((await fresh.stores.penaltyRecord(SCHOOL, 'P001'))?.case?.standing).toBe('waiting')
    await amend('2026-01-16', 'PM', 'O', '2026-01-19T10:00:00.000Z', 2)
    await take('2026-01-19', 'AM', '/')
    await night('2026-01-20')
    expect(await tasks()).toEqual(['penalty-near P001', 'penalty-notice P001'])
  })

  test('a notice to improve that was breached is judged again when its marks are amended, and a person looks at it', async () => {
    const decision = {
      id: 'd1',
      decision: 'notice-to-improve',
      by: 's-lead',
      at: '2026-01-12T16:00:00.000Z',
      because: 'help was offered',
      through: '2026-01-12',
      sessions: 2,
    } as const
    const improve = {
      decision: 'd1',
      from: '2026-01-13',
      until: '2026-02-06',
      mostUnauthorised: 3,
      state: 'running',
    } as const
    const record = { ...noPenalties('P001', '2016-01-05'), considered: [decision], improve }
    await fresh.stores.savePenaltyRecord(SCHOOL, record, act('penalty-considered'))
    const improvement = async () => (await fresh.stores.penaltyRecord(SCHOOL, 'P001'))?.improve
    const asked = async () => (await tasks()).filter((each) => each === 'notice-to-improve P001').length
    await night('2026-01-17')
    expect(await improvement()).toMatchObject({ state: 'breached' })
    expect(await asked()).toBe(1)
    for (const date of ['2026-01-13', '2026-01-14', '2026-01-15'])
      for (const session of ['AM', 'PM'] as const) await amend(date, session, 'I', '2026-01-19T10:00:00.000Z')
    await take('2026-01-19', 'AM', '/')
    await night('2026-01-20')
    await night('2026-01-20')
    expect(await improvement()).toMatchObject({ state: 'breached', corrected: { is: 'open', unauthorised: 2 } })
    expect(await asked()).toBe(2)
    for (const session of ['AM', 'PM'] as const) await amend('2026-01-13', session, 'O', '2026-01-20T10:00:00.000Z', 2)
    await take('2026-01-20', 'AM', '/')
    await night('2026-01-21')
    expect((await improvement())?.corrected).toBeUndefined()
    expect(await asked()).toBe(1)
  })

  test('a night that died after counting asks all the same when it comes again', async () => {
    const dies = { ...fresh.stores, penaltyRecords: () => Promise.reject(new Error('the process died')) }
    const ports = { stores: dies, log: { write: () => undefined } }
    await expect(runNight(SCHOOL, '2026-01-17T02:00:00.000Z', ports)).rejects.toThrow('died')
    await night('2026-01-17')
    expect(await tasks()).toEqual(['penalty-notice P001'])
  })
})
