import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { itemSize } from '../adapters/dynamodb/item-size.ts'
import { toTallyItems } from '../adapters/dynamodb/registers/tally-item.ts'
import type { Code } from '../domain/codes.ts'
import { byPupil, noTally } from '../domain/counting/class-tally.ts'
import type { Register } from '../domain/register.ts'
import { addDays, weekday } from '../domain/time.ts'
import { lastDateOver } from './last-date-over.ts'
import { runNight } from './nightly.ts'
import { verifiedInWords } from './verified-in-words.ts'
import { recountTallies, verifyTallies } from './verify.ts'

const YEAR = '2025-09-01'
let fresh: FreshStores

const register = (
  date: string,
  session: 'AM' | 'PM',
  codes: Readonly<Record<string, Code>>,
  classId = '7a',
): Register =>
  aRegister({
    classId,
    date,
    session,
    marks: Object.fromEntries(Object.entries(codes).map(([pupil, code]) => [pupil, { code, source: 'teacher' }])),
  })

/** Saves on the day itself, as a teacher does. */
const take = (each: Register) =>
  fresh.stores.saveRegister(SCHOOL, each, 0, act('register-saved', { at: `${each.date}T09:10:00.000Z` }))

const amend = (each: Register, expected: number, at: string) =>
  fresh.stores.saveRegister(SCHOOL, each, expected, act('mark-amended', { at }))

const night = (date: string) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores: fresh.stores, log: { write: () => undefined } })

const year = async () => byPupil(await fresh.stores.tallies(SCHOOL, YEAR, true))
const verified = () => verifyTallies(fresh.stores, SCHOOL, '2026-01-20')

beforeEach(async () => {
  fresh = await freshStores()
  const { stores } = fresh
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: YEAR }, act())
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils: [aPupil()] })
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, [{ id: '7a', name: '7A', yearGroup: '7', pupils: 2 }], act())
  await take(register('2026-01-12', 'AM', { P001: '/', P002: 'N' }))
  await take(register('2026-01-12', 'PM', { P001: '\\', P002: 'N' }))
  await take(register('2026-01-13', 'AM', { P001: 'L', P002: 'I' }))
})

const schoolDaysFrom = (first: string, count: number): readonly string[] => {
  const dates: string[] = []
  for (let date = first; dates.length < count; date = addDays(date, 1)) if (weekday(date) < 6) dates.push(date)
  return dates
}

describe('a child who was ill for ten school days', () => {
  const days = schoolDaysFrom('2026-01-14', 11)
  test.each([
    [9, []],
    [10, [['return-plan', ['P001']]]],
  ])('is back: after %i days the night asks for a plan of the return, once', async (ill, asked) => {
    for (const [index, date] of days.slice(0, ill + 1).entries())
      for (const session of ['AM', 'PM'] as const)
        await take(register(date, session, { P001: index < ill ? 'I' : session === 'AM' ? '/' : '\\' }))
    const morningAfter = addDays(days[ill] ?? '', 1)
    await night(morningAfter)
    await night(morningAfter)
    const { tasks } = await fresh.stores.open(SCHOOL)
    expect(tasks.filter(({ kind }) => kind === 'return-plan').map(({ kind, pupils }) => [kind, pupils])).toEqual(asked)
  })
})

describe('at night', () => {
  test('the days that are over are counted, once however often the night comes', async () => {
    await night('2026-01-13')
    expect((await year()).get('P002')).toEqual({ possible: 2, attended: 0, authorised: 0, unauthorised: 2, late: 0 })
    await night('2026-01-14')
    await night('2026-01-14')
    expect((await year()).get('P001')).toEqual({ possible: 3, attended: 3, authorised: 0, unauthorised: 0, late: 1 })
    expect((await verified()).discrepancies).toEqual([])
  })

  test('nights that did not happen are made up for by the next', async () => {
    await night('2026-01-15')
    const [tally] = await fresh.stores.tallies(SCHOOL, YEAR)
    expect([tally?.through, tally?.pupils.P002?.possible]).toEqual(['2026-01-14', 3])
  })

  test('two nights at once count once', async () => {
    await Promise.all([night('2026-01-14'), night('2026-01-14'), night('2026-01-14')])
    expect((await year()).get('P001')?.possible).toBe(3)
  })

  test('a class that is on no roll any more is counted from the year’s beginning', async () => {
    await night('2026-01-13')
    await take(register('2026-01-13', 'AM', { P009: '/' }, 'old'))
    await take(register('2026-01-12', 'AM', { P009: 'I' }, 'old'))
    await night('2026-01-14')
    expect((await year()).get('P009')).toMatchObject({ possible: 2, attended: 1, authorised: 1 })
    expect((await verified()).discrepancies).toEqual([])
  })

  test('in the hour after midnight in summer a day is not counted that UTC is still in', () => {
    expect(lastDateOver('2026-06-15T23:30:00.000Z', '2026-06-16')).toBe('2026-06-14')
    expect(lastDateOver('2026-06-16T01:00:00.000Z', '2026-06-16')).toBe('2026-06-15')
  })
})

describe('a mark of a counted day that changes late', () => {
  beforeEach(() => night('2026-01-14'))

  test('changes the register and the year in one write: N becomes I, and the absence is authorised', async () => {
    const changed = register('2026-01-12', 'AM', { P001: '/', P002: 'I' })
    await expect(amend(changed, 1, '2026-01-14T11:00:00.000Z')).resolves.toBe('saved')
    expect((await year()).get('P002')).toEqual({ possible: 3, attended: 0, authorised: 2, unauthorised: 1, late: 0 })
    expect((await verified()).discrepancies).toEqual([])
  })

  test('saved from an older version changes neither', async () => {
    const before = await year()
    const changed = register('2026-01-12', 'AM', { P001: 'N', P002: 'I' })
    await expect(amend(changed, 0, '2026-01-14T11:00:00.000Z')).resolves.toBe('stale')
    await expect(amend(changed, 7, '2026-01-14T11:00:00.000Z')).resolves.toBe('stale')
    expect(await year()).toEqual(before)
  })

  test('four people amending four registers at once lose nothing', async () => {
    const saves = (['2026-01-12', '2026-01-13'] as const).flatMap((date) =>
      (['AM', 'PM'] as const).map((session) => {
        const isNew = date === '2026-01-13' && session === 'PM'
        return amend(register(date, session, { P001: 'I', P002: 'I' }), isNew ? 0 : 1, '2026-01-14T11:00:00.000Z')
      }),
    )
    expect(await Promise.all(saves)).toEqual(['saved', 'saved', 'saved', 'saved'])
    expect((await year()).get('P001')).toMatchObject({ possible: 4, attended: 0, authorised: 4 })
    expect((await verified()).discrepancies).toEqual([])
  })

  test('while the night counts that very day, whichever comes first', async () => {
    for (let tried = 0; tried < 3; tried++) {
      const date = `2026-01-${15 + tried}`
      await take(register(date, 'AM', { P001: '/', P002: 'N' }))
      const changed = register(date, 'AM', { P001: '/', P002: 'M' })
      await Promise.all([night(`2026-01-${16 + tried}`), amend(changed, 1, `2026-01-${16 + tried}T02:00:00.100Z`)])
    }
    expect((await verified()).discrepancies).toEqual([])
    expect((await year()).get('P002')).toMatchObject({ unauthorised: 2, authorised: 4 })
  })

  test('of a pupil who has left the class stands in the past of the class', async () => {
    await take(register('2026-01-14', 'AM', { P001: '/' }))
    await night('2026-01-15')
    await amend(register('2026-01-12', 'PM', { P001: '\\', P002: 'O' }), 1, '2026-01-15T11:00:00.000Z')
    await amend(register('2026-01-12', 'AM', { P001: '/', P002: 'I' }), 1, '2026-01-15T11:01:00.000Z')
    const [tally] = await fresh.stores.tallies(SCHOOL, YEAR, true)
    expect(Object.keys(tally?.pupils ?? {})).toEqual(['P001'])
    expect(tally?.past.P002).toMatchObject({ authorised: 2, unauthorised: 1 })
    expect((await verified()).discrepancies).toEqual([])
  })
})

describe('verification', () => {
  test('finds a count that is not what the registers say, and names class, pupil and both counts', async () => {
    await night('2026-01-14')
    const [tally] = await fresh.stores.tallies(SCHOOL, YEAR, true)
    if (!tally) throw new Error('nothing was counted')
    const P001 = { possible: 3, attended: 2, authorised: 1, unauthorised: 0, late: 1 }
    await fresh.stores.saveTally(SCHOOL, { ...tally, pupils: { ...tally.pupils, P001 } }, tally, act())
    expect(verifiedInWords(SCHOOL, await verified())).toEqual([
      'springbank: 1 classes, 2 pupils, counted through 2026-01-13: 1 counts differ.',
      '  7a P001: stored 3 possible, 2 attended, 1 authorised, 0 unauthorised, 1 late; the registers say 3 possible, 3 attended, 0 authorised, 0 unauthorised, 1 late.',
    ])
  })

  test('finds a list of absences that is not what the registers say, and puts it right', async () => {
    await night('2026-01-14')
    expect((await verified()).lists).toEqual([])
    const [list] = await fresh.stores.absenceDays(SCHOOL, { newest: 1 })
    const wrong = register(list?.date ?? '', 'AM', { P001: 'G', P002: 'G' })
    await fresh.stores.listAbsences(SCHOOL, wrong.date, [wrong])
    expect((await verified()).lists).toMatchObject([{ date: wrong.date }])
    expect(verifiedInWords(SCHOOL, await verified()).join(' ')).toMatch(/1 lists of absences differ/)
    await recountTallies(fresh.stores, SCHOOL, '2026-01-14', act())
    expect((await verified()).lists).toEqual([])
  })

  test('puts a count right that an older Firstbell made without part-time sessions', async () => {
    await take(register('2026-01-14', 'AM', { P001: 'C2' }))
    await night('2026-01-15')
    const [tally] = await fresh.stores.tallies(SCHOOL, YEAR, true)
    if (!tally?.pupils.P001) throw new Error('nothing was counted')
    const { partTime, ...older } = tally.pupils.P001
    expect(partTime).toBe(1)
    await fresh.stores.saveTally(SCHOOL, { ...tally, pupils: { ...tally.pupils, P001: older } }, tally, act())
    expect(verifiedInWords(SCHOOL, await verified())[1]).toMatch(/1 part-time\.$/)
    expect(await recountTallies(fresh.stores, SCHOOL, '2026-01-15', act())).toBe(1)
    expect((await verified()).discrepancies).toEqual([])
    expect(await recountTallies(fresh.stores, SCHOOL, '2026-01-15', act())).toBe(0)
  })
})

test('the counts of a class of 36 cost one write unit, at the end of a year', () => {
  const full = { possible: 380, attended: 361, authorised: 12, unauthorised: 7, late: 103 }
  const pupils = Object.fromEntries(Array.from({ length: 36 }, (_, n) => [`P${String(n).padStart(5, '0')}`, full]))
  const tally = { ...noTally('year-11-maths', '2025-09-01'), version: 190, through: '2026-07-20', pupils }
  const [item, past] = toTallyItems('springbank-academy', tally, tally, {
    at: '2026-07-21T01:00:00.000Z',
    by: 'system',
    kind: 'tallies-counted',
    echo: true,
  })
  expect(past).toBeUndefined()
  expect(itemSize(marshall(item ?? {}))).toBeLessThanOrEqual(1024)
})
