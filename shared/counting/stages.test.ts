import { beforeEach, describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import type { Code } from '../domain/codes.ts'
import { afterSending, noStage } from '../domain/stages/stage.ts'
import type { SentStep } from '../domain/stages/steps.ts'
import { runNight } from './nightly.ts'

const YEAR = '2025-09-01'
const DAYS = ['12', '13', '14', '15', '16', '19', '20', '21', '22', '23'].map((day) => `2026-01-${day}`)
let fresh: FreshStores

const register = (date: string, session: 'AM' | 'PM', P001: Code) =>
  aRegister({
    date,
    session,
    marks: {
      P001: { code: P001, source: 'teacher' },
      P002: { code: 'I', source: 'teacher' },
      P003: { code: 'O', source: 'teacher' },
    },
  })

const take = (date: string, session: 'AM' | 'PM', P001: Code) =>
  fresh.stores.saveRegister(
    SCHOOL,
    register(date, session, P001),
    0,
    act('register-saved', { at: `${date}T13:10:00.000Z` }),
  )

const night = (date: string) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores: fresh.stores, log: { write: () => undefined } })

const record = (pupil = 'P001') => fresh.stores.stage(SCHOOL, YEAR, pupil)

/** Ten school days, twenty sessions, on which P001 missed one afternoon and one morning: 90.0%. */
beforeEach(async () => {
  fresh = await freshStores()
  const { stores } = fresh
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: YEAR }, act())
  const pupils = [
    aPupil({ key: 'P001', dateOfBirth: '2014-01-05' }),
    aPupil({ key: 'P002', pupilId: 'two', dateOfBirth: '2021-03-01' }),
    aPupil({ key: 'P003', pupilId: 'three', dateOfBirth: '2014-03-01', left: '2026-01-20' }),
  ]
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, [{ id: '7a', name: '7A', yearGroup: '7', pupils: 3 }], act())
  for (const date of DAYS) {
    await take(date, 'AM', date === '2026-01-20' ? 'N' : '/')
    await take(date, 'PM', date === '2026-01-13' ? 'M' : '\\')
  }
})

describe('at night', () => {
  test('a pupil who fell below the line has the warning due, once however often the night comes', async () => {
    await night('2026-01-23')
    expect((await record()).due).toBeUndefined()
    await night('2026-01-24')
    await Promise.all([night('2026-01-25'), night('2026-01-25')])
    expect(await record()).toMatchObject({
      version: 1,
      sent: [],
      due: { step: 'warning', on: '2026-01-23', tally: { possible: 20, attended: 18, authorised: 1, unauthorised: 1 } },
    })
  })

  test('a child below compulsory age and a leaver have nothing due, whatever they missed', async () => {
    await night('2026-01-24')
    expect((await fresh.stores.stages(SCHOOL, YEAR)).map(({ pupil }) => pupil)).toEqual(['P001'])
  })

  test('a mark corrected before the text went withdraws it', async () => {
    await night('2026-01-24')
    const corrected = register('2026-01-20', 'AM', '/')
    await fresh.stores.saveRegister(SCHOOL, corrected, 1, act('mark-amended', { at: '2026-01-24T11:00:00.000Z' }))
    await night('2026-01-25')
    const { due, version } = await record()
    expect([due, version]).toEqual([undefined, 2])
  })

  test('what went stays when marks are corrected, and is not due again', async () => {
    await night('2026-01-24')
    const sent = afterSending(await record(), '2026-01-26T16:00:00.000Z')
    await expect(fresh.stores.saveStage(SCHOOL, sent, act('stage-sent'))).resolves.toBe('saved')
    await expect(fresh.stores.saveStage(SCHOOL, sent, act('stage-sent'))).resolves.toBe('stale')
    const corrected = register('2026-01-20', 'AM', '/')
    await fresh.stores.saveRegister(SCHOOL, corrected, 1, act('mark-amended', { at: '2026-01-26T17:00:00.000Z' }))
    await night('2026-01-27')
    expect(await record()).toMatchObject({ cycle: 0, sent: [{ step: 'warning', tally: { attended: 18 } }] })
    expect((await record()).recoveringSince).toBe('2026-01-23')
  })
})

test('a pupil who is late again and again is somebody’s to look at, once until as often again', async () => {
  const thresholds = { ...springbankPolicy.thresholds, lateEvery: 3 }
  await fresh.stores.policies.publish(
    SCHOOL,
    { version: 'v2', policy: { ...springbankPolicy, thresholds }, from: YEAR },
    act(),
  )
  const late = async (...dates: readonly string[]) => {
    for (const date of dates)
      await fresh.stores.saveRegister(
        SCHOOL,
        register(date, 'AM', 'L'),
        1,
        act('mark-amended', { at: '2026-01-23T17:00:00.000Z' }),
      )
  }
  const asked = async () =>
    (await fresh.stores.open(SCHOOL)).tasks
      .filter(({ kind }) => kind === 'persistent-lateness')
      .map(({ pupils, doers, why }) => [pupils, doers, why.slice(0, 12)])
  await late('2026-01-12', '2026-01-14', '2026-01-15')
  await night('2026-01-24')
  await Promise.all([night('2026-01-25'), night('2026-01-25')])
  const once = [['P001'], ['lead', 'head'], 'Late 3 times']
  expect(await asked()).toEqual([once])
  await late('2026-01-16', '2026-01-19', '2026-01-21')
  await night('2026-01-26')
  expect((await asked()).toSorted()).toEqual([once, [['P001'], ['lead', 'head'], 'Late 6 times']])
})

describe('after a letter', () => {
  const tally = { possible: 20, attended: 16, authorised: 0, unauthorised: 4, late: 0 }
  const sent = (step: SentStep['step'], more: Partial<SentStep> = {}): SentStep => ({
    step,
    on: '2026-01-16',
    tally,
    at: '2026-01-16T16:00:00.000Z',
    letters: [],
    ...more,
  })
  const looked = { stands: { by: 's-lead', at: '2026-01-20T09:00:00.000Z' } }
  const standing = (...steps: readonly SentStep[]) =>
    fresh.stores.saveStage(
      SCHOOL,
      { ...noStage('P001', YEAR), sent: steps, reviewSince: '2026-01-16' },
      act('stage-sent'),
    )
  const tasks = async () =>
    (await fresh.stores.open(SCHOOL)).tasks
      .filter(({ rule }) => rule === 'stages')
      .map(({ kind, pupils, doers }) => ({ kind, pupils, doers }))

  /** Five school days after the 16th, three of ten sessions missed; a review is five school days long. */
  beforeEach(async () => {
    const policy = { ...springbankPolicy, thresholds: { ...springbankPolicy.thresholds, reviewSchoolDays: 5 } }
    await fresh.stores.policies.publish(SCHOOL, { version: 'v2', policy, from: YEAR }, act())
    for (const date of ['2026-01-21', '2026-01-22', '2026-01-23'])
      await fresh.stores.saveRegister(
        SCHOOL,
        register(date, 'AM', 'O'),
        1,
        act('mark-amended', { at: '2026-01-23T17:00:00.000Z' }),
      )
  })

  test('stage 2 that brought no improvement is legal action to be considered, once', async () => {
    await standing(sent('stage-1', looked), sent('stage-2', looked))
    await night('2026-01-23')
    expect(await tasks()).toEqual([])
    await night('2026-01-24')
    await Promise.all([night('2026-01-25'), night('2026-01-25')])
    expect(await tasks()).toEqual([{ kind: 'legal-action', pupils: ['P001'], doers: ['lead'] }])
    expect((await record()).sent.map(({ step }) => step)).toEqual(['stage-1', 'stage-2', 'legal'])
  })

  test('nobody is asked to think of court while the family is on hold', async () => {
    await standing(sent('stage-1', looked), sent('stage-2', looked))
    const hold = { pupil: 'P001', because: 'x', by: 's-dsl', at: '2026-01-20T09:00:00.000Z', review: '2026-02-02' }
    await fresh.stores.putHold(SCHOOL, hold, act())
    await night('2026-01-24')
    expect(await tasks()).toEqual([])
    await fresh.stores.endHold(SCHOOL, 'P001', act())
    await night('2026-01-25')
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['legal-action'])
  })

  test('marks that changed behind it stop the next step, and a person is asked', async () => {
    await standing(sent('stage-1'))
    await night('2026-01-24')
    await night('2026-01-25')
    expect(await tasks()).toMatchObject([{ kind: 'stage-in-doubt', pupils: ['P001'] }])
    expect(await record()).toMatchObject({
      waitsSince: '2026-01-23',
      sent: [{ tally, corrected: { on: '2026-01-23', now: { possible: 10, attended: 9 }, holds: false } }],
    })
    expect((await record()).due).toBeUndefined()
  })
})
