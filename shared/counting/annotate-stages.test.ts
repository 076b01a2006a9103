/** Marks behind a letter are amended, and the process that did it dies before it has noted that beside the letter. */
import { beforeEach, describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { fromTallyItems, toTallyItems } from '../adapters/dynamodb/registers/tally-item.ts'
import type { Code } from '../domain/codes.ts'
import { noTally } from '../domain/counting/class-tally.ts'
import { noStage } from '../domain/stages/stage.ts'
import type { SentStep } from '../domain/stages/steps.ts'
import type { Stores } from '../ports/stores.ts'
import { amendedIn, annotateStages } from './annotate-stages.ts'
import { runNight } from './nightly.ts'
import { verifyTallies } from './verify.ts'

const YEAR = '2025-09-01'
const DAYS = ['12', '13', '14', '15', '16', '19', '20', '21', '22', '23'].map((day) => `2026-01-${day}`)
const LETTER: SentStep = {
  step: 'stage-1',
  on: '2026-01-23',
  tally: { possible: 20, attended: 17, authorised: 0, unauthorised: 3, late: 0 },
  at: '2026-01-26T16:00:00.000Z',
  letters: ['l1'],
}
let fresh: FreshStores

const register = (date: string, session: 'AM' | 'PM', P001: Code) =>
  aRegister({
    date,
    session,
    marks: { P001: { code: P001, source: 'teacher' }, P002: { code: '/', source: 'teacher' } },
  })

/** Saves a register and no more, as a process does that dies after it. */
const save = (date: string, session: 'AM' | 'PM', P001: Code, version: number, at = `${date}T13:10:00.000Z`) =>
  fresh.stores.saveRegister(SCHOOL, register(date, session, P001), version, act('register-saved', { at }))
const amend = (date: string, P001: Code, version = 1) => save(date, 'AM', P001, version, '2026-01-26T17:00:00.000Z')

const night = (date: string, stores: Stores = fresh.stores) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores, log: { write: () => undefined } })

const record = (pupil = 'P001') => fresh.stores.stage(SCHOOL, YEAR, pupil, true)
const note = async () => (await record()).sent[0]?.corrected
/** The letter has left the house, and its review has begun. */
const went = async (letter: SentStep) => {
  const { version } = await record()
  const stage = { ...noStage('P001', YEAR), version, sent: [letter], reviewSince: '2026-01-26' }
  await fresh.stores.saveStage(SCHOOL, stage, act('stage-sent'))
}
const asked = async () =>
  (await fresh.stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'stage-in-doubt').map(({ pupils }) => pupils)
const roll = (left?: string) => [
  aPupil({ key: 'P001', ...(left === undefined ? {} : { left }) }),
  aPupil({ key: 'P002', pupilId: 'two' }),
]
const goLive = async (was: number, left?: string) => {
  await fresh.stores.roll.stage(SCHOOL, was + 1, { file: 'roll', pupils: roll(left) })
  const classes = [{ id: '7a', name: '7A', yearGroup: '7', pupils: 2 }]
  await fresh.stores.roll.goLive(SCHOOL, 'roll', was, was + 1, classes, act())
}

/** Ten school days on which P001 missed three mornings without leave, and the letter that said so. */
beforeEach(async () => {
  fresh = await freshStores()
  await fresh.stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: YEAR }, act())
  await goLive(0)
  for (const [at, date] of DAYS.entries()) {
    await save(date, 'AM', at < 3 ? 'O' : '/', 0)
    await save(date, 'PM', '\\', 0)
  }
  await night('2026-01-24')
  await went(LETTER)
})

describe('a mark amended by a process that dies before it notes so beside the letter', () => {
  test('is noted by the next night, once however often the night comes', async () => {
    await amend('2026-01-13', 'I')
    expect(await note()).toBeUndefined()
    await Promise.all([night('2026-01-27'), night('2026-01-27')])
    await night('2026-01-28')
    const noted = { on: '2026-01-27', now: { ...LETTER.tally, authorised: 1, unauthorised: 2 }, holds: true }
    const { version, sent } = await record()
    expect([version, sent]).toEqual([3, [{ ...LETTER, corrected: noted }]])
    expect(await asked()).toEqual([])
  })

  test('is noted although the next day is no school day', async () => {
    await amend('2026-01-13', 'I')
    await night('2026-01-25')
    expect(await note()).toMatchObject({ on: '2026-01-25', now: { authorised: 1 } })
    const [tally] = await fresh.stores.tallies(SCHOOL, YEAR, true)
    expect([tally?.through, tally?.amended]).toEqual(['2026-01-23', {}])
  })

  test.each(['raiseTask', 'saveStage', 'saveTally'] as const)(
    'is noted once also when the night dies at its %s',
    async (at) => {
      await amend('2026-01-13', '/')
      const dying: Stores = {
        ...fresh.stores,
        [at]: async () => {
          throw new Error('died')
        },
      }
      await expect(night('2026-01-27', dying)).rejects.toThrow('died')
      await night('2026-01-27')
      expect(await note()).toEqual({
        on: '2026-01-27',
        now: { ...LETTER.tally, attended: 18, unauthorised: 2 },
        holds: false,
      })
      expect([(await record()).waitsSince, (await record()).version]).toEqual(['2026-01-27', 3])
      expect(await asked()).toEqual([['P001']])
    },
  )

  test('and amended back again leaves no note', async () => {
    await amend('2026-01-13', 'I')
    await night('2026-01-27')
    await amend('2026-01-13', 'O', 2)
    await night('2026-01-28')
    expect((await record()).sent).toEqual([LETTER])
  })

  test('leaves the counts what the registers say', async () => {
    await amend('2026-01-13', 'I')
    const verified = async () => (await verifyTallies(fresh.stores, SCHOOL, '2026-01-26')).discrepancies
    expect(await verified()).toEqual([])
    await night('2026-01-27')
    expect(await verified()).toEqual([])
  })
})

describe('a note made at once', () => {
  const moment = {
    academy: SCHOOL,
    now: '2026-01-26T17:00:00.000Z',
    policy: springbankPolicy,
    policyVersion: 'v1',
    by: 's-lead',
  }
  const changed = amendedIn(register('2026-01-13', 'AM', 'O'), register('2026-01-13', 'AM', 'I'))

  test('is not made again by the night', async () => {
    await amend('2026-01-13', 'I')
    await annotateStages(fresh.stores, changed, moment)
    const noted = await record()
    expect(noted.sent[0]?.corrected).toMatchObject({ on: '2026-01-26', now: { authorised: 1 } })
    await annotateStages(fresh.stores, changed, moment)
    await night('2026-01-27')
    expect(await record()).toEqual(noted)
  })

  test('counts the marks anew where somebody noted others meanwhile', async () => {
    await amend('2026-01-13', 'I')
    let isFirst = true
    const met: Stores = {
      ...fresh.stores,
      saveStage: async (...given) => {
        if (isFirst) {
          isFirst = false
          await amend('2026-01-12', 'I')
          await annotateStages(fresh.stores, { P001: '2026-01-12' }, moment)
        }
        return fresh.stores.saveStage(...given)
      },
    }
    await annotateStages(met, changed, moment)
    expect(await note()).toMatchObject({ now: { authorised: 2, unauthorised: 1 } })
  })

  test('reads no register and writes nothing for whom no letter told of the day', async () => {
    const reading: Stores = {
      ...fresh.stores,
      registersOf: () => {
        throw new Error('Registers were read')
      },
    }
    await annotateStages(reading, { P002: '2026-01-13', P001: '2026-01-26' }, moment)
    expect([(await record('P002')).version, (await record()).version]).toEqual([0, 2])
  })

  test('of many pupils finds the one to whom a letter went', async () => {
    await amend('2026-01-13', 'I')
    const others = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`Q${at}`, '2026-01-13']))
    await annotateStages(fresh.stores, { ...others, ...changed }, moment)
    expect(await note()).toMatchObject({ now: { authorised: 1 } })
  })
})

test('a leaving day recorded late, which takes marks out of what a letter counted, is noted', async () => {
  await goLive(1, '2026-01-13')
  await night('2026-01-27')
  expect(await note()).toMatchObject({ now: { possible: 4, attended: 2, unauthorised: 2 }, holds: false })
})

test('a register handed in after the letter is noted as well, for it is in what the registers count', async () => {
  const gone = { ...LETTER, on: '2026-01-26' }
  await save('2026-01-26', 'PM', '\\', 0)
  await night('2026-01-27')
  await went(gone)
  await save('2026-01-26', 'AM', '/', 0, '2026-01-27T11:00:00.000Z')
  await night('2026-01-28')
  expect(await note()).toMatchObject({ now: { possible: 22, attended: 19 } })
})

test('counts kept before they remembered whose marks are amended are read as remembering nobody', () => {
  const none = noTally('7a', YEAR)
  const amended = { ...none, version: 1, through: '2026-01-23', amended: { P001: '2026-01-13' } }
  expect(fromTallyItems(toTallyItems(SCHOOL, amended, none, act()))).toEqual([amended])
  const [item = {}] = toTallyItems(SCHOOL, { ...amended, amended: {} }, none, act())
  expect(item).not.toHaveProperty('a')
  expect(fromTallyItems([item])[0]?.amended).toEqual({})
})
