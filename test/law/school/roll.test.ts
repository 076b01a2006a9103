/** Children who start and leave, and files that say what is not so: at a school that imports its roll and its marks. */
import { beforeEach, describe, expect, test } from 'vitest'
import { spanCounts, yearToDateCounts } from '../../../shared/counting/counts.ts'
import { verifyTallies } from '../../../shared/counting/verify.ts'
import { decide } from '../../../shared/domain/decide.ts'
import { loadKnown } from '../../../shared/follow-up/load-known.ts'
import { ordersOf, tasksOf, textsOf } from '../../builders.ts'
import { nightAfter } from '../../support/class-days.ts'
import { type ImportingSchool, importingSchool, ROLL } from '../../support/importing-school.ts'
import { springbankPolicy } from '../../support/policies.ts'
import { DATE, SCHOOL } from '../../support/stored-examples.ts'

const MARKS = 'date,session,class,pupilId,code,minutesLate,comment'
let school: ImportingSchool
const roll = (...rows: readonly string[]) => school.send('roll', [`${ROLL},left`, ...rows])
const child = (id: string, admitted: string, left = '') => `${id},Amelia,Ashdown,2017-05-04,3,3B,${admitted},${left}`
const marks = (...rows: readonly string[]) => school.send('marks', [MARKS, ...rows])
const register = async (date: string) => (await school.stores.register(SCHOOL, date, 'AM', '3b'))?.marks
const keyOf = async (id: string) => (await school.stores.roll.keyOf(SCHOOL, id)) ?? ''
const textsAt = async (utc: string) =>
  textsOf(decide(await loadKnown(school.stores, SCHOOL, DATE, springbankPolicy), springbankPolicy, utc))

beforeEach(async () => {
  school = await importingSchool()
})

test('Case 40: a child who left on Wednesday has no mark of Thursday and Friday, whatever the file lists, and Wednesday’s N stands', async () => {
  await roll(child('P1', '2021-09-02', '2026-01-07'), child('P2', '2021-09-02'))
  const { state, problems } = await marks(
    '2026-01-07,AM,3B,P1,N,,',
    '2026-01-08,AM,3B,P1,N,,',
    '2026-01-09,AM,3B,P1,N,,',
    '2026-01-09,AM,3B,P2,/,,',
  )
  expect(state).toBe('refused')
  expect(problems.map(({ line, remedy }) => [line, remedy])).toEqual([
    [3, expect.stringContaining('leaving day')],
    [4, expect.stringContaining('leaving day')],
  ])
  expect((await marks('2026-01-07,AM,3B,P1,N,,', '2026-01-09,AM,3B,P2,/,,')).state).toBe('live')
  expect((await register('2026-01-07'))?.[await keyOf('P1')]?.code).toBe('N')
  expect((await register('2026-01-09'))?.[await keyOf('P1')]).toBeUndefined()
  expect(await textsAt(`${DATE}T10:40:00.000Z`)).toEqual([])
})

describe('Case 40: a child who left on Wednesday, which the school learns a week later', () => {
  const WEEK = ['2026-01-07', '2026-01-08', '2026-01-09']
  const counted = async () => {
    const { tallies, span } = await yearToDateCounts(school.stores, SCHOOL, DATE)
    const again = await spanCounts(school.stores, SCHOOL, span)
    return [tallies.get(await keyOf('P1')), again.tallies.get(await keyOf('P1'))]
  }
  const verified = async () => (await verifyTallies(school.stores, SCHOOL, DATE)).discrepancies

  beforeEach(async () => {
    await roll(child('P1', '2021-09-02'), child('P2', '2021-09-02'))
    await marks(...WEEK.flatMap((date) => [`${date},AM,3B,P1,N,,`, `${date},PM,3B,P1,N,,`, `${date},AM,3B,P2,/,,`]))
    await nightAfter(school.stores, '2026-01-09')
    expect((await counted()).map((tally) => tally?.possible)).toEqual([6, 6])
  })

  test('is counted to Wednesday at once, in every figure alike', async () => {
    await roll(child('P1', '2021-09-02', '2026-01-07'), child('P2', '2021-09-02'))
    expect((await counted()).map((tally) => tally?.possible)).toEqual([2, 2])
    expect(await verified()).toEqual([])
  })

  test('is counted to Wednesday by the night, where the import died before the counts', async () => {
    const dies: typeof school.stores = {
      ...school.stores,
      saveTally: () => Promise.reject(new Error('the process died')),
    }
    const rows = [`${ROLL},left`, child('P1', '2021-09-02', '2026-01-07'), child('P2', '2021-09-02')]
    await expect(school.send('roll', rows, { over: dies })).rejects.toThrow('died')
    expect((await verified()).map(({ pupil }) => pupil)).toEqual([await keyOf('P1')])
    await nightAfter(school.stores, DATE)
    expect((await counted()).map((tally) => tally?.possible)).toEqual([2, 2])
    expect(await verified()).toEqual([])
  })

  test('and has a mark of Thursday that was amended a moment before taken out as it was amended', async () => {
    const before = await school.stores.registersOf(SCHOOL, ['3b'], WEEK)
    await marks('2026-01-08,AM,3B,P1,/,,')
    const lagging: typeof school.stores = {
      ...school.stores,
      registersOf: async (academy, classes, dates, strong) =>
        strong
          ? school.stores.registersOf(academy, classes, dates, strong)
          : before.filter(({ date }) => dates.includes(date)),
    }
    const rows = [`${ROLL},left`, child('P1', '2021-09-02', '2026-01-07'), child('P2', '2021-09-02')]
    await school.send('roll', rows, { over: lagging })
    expect((await counted())[0]).toEqual((await counted())[1])
    expect(await verified()).toEqual([])
  })

  test('and who had not left after all has every mark back', async () => {
    await roll(child('P1', '2021-09-02', '2026-01-07'), child('P2', '2021-09-02'))
    await roll(child('P1', '2021-09-02'), child('P2', '2021-09-02'))
    expect((await counted()).map((tally) => tally?.possible)).toEqual([6, 6])
    expect(await verified()).toEqual([])
  })

  test('and who is in no roll any more stays counted to the last day that one said', async () => {
    await roll(child('P1', '2021-09-02', '2026-01-07'), child('P2', '2021-09-02'))
    const key = await keyOf('P1')
    await roll(child('P2', '2021-09-02'))
    const { tallies } = await yearToDateCounts(school.stores, SCHOOL, DATE)
    expect(tallies.get(key)?.possible).toBe(2)
    expect(await verified()).toEqual([])
  })
})

describe('Case 41: a child who was to start on Monday and does not come', () => {
  beforeEach(async () => {
    await roll(child('P1', DATE), child('P2', '2021-09-02'))
  })
  const ordered = async () => {
    const known = await loadKnown(school.stores, SCHOOL, DATE, springbankPolicy)
    return decide(known, springbankPolicy, `${DATE}T10:40:00.000Z`)
  }

  test('is on the roll from Monday: Z is for the days before, and refused on it', async () => {
    expect((await marks('2026-01-09,AM,3B,P1,Z,,')).problems).toEqual([])
    expect((await marks(`${DATE},AM,3B,P1,Z,,`)).problems).toMatchObject([{ line: 2, column: 'code' }])
  })

  test('is N by the register, and followed up like every other child', async () => {
    expect((await marks(`${DATE},AM,3B,P1,N,,`, `${DATE},AM,3B,P2,/,,`)).state).toBe('live')
    expect(ordersOf(await ordered(), 'follow')).toMatchObject([{ pupil: await keyOf('P1'), standing: 'unexplained' }])
  })

  test('is an urgent question to staff where the register of that morning does not name the child at all', async () => {
    expect((await marks(`${DATE},AM,3B,P2,/,,`)).state).toBe('live')
    const asked = tasksOf(await ordered()).map(({ kind, urgent, pupils }) => [kind, urgent, pupils])
    expect(asked).toEqual([['amend-mark', true, [await keyOf('P1')]]])
  })
})

test('Case 47: R of a file on days running stands, and the report names the line and asks for the leave that it is', async () => {
  await roll(child('P1', '2021-09-02'))
  expect((await marks('2026-01-09,AM,3B,P1,R,,')).problems).toEqual([])
  const { state, problems } = await marks(`${DATE},AM,3B,P1,R,,`)
  expect(state).toBe('live')
  expect(problems).toMatchObject([{ line: 2, column: 'code', remedy: expect.stringContaining('days of travel') }])
  expect((await register(DATE))?.[await keyOf('P1')]?.code).toBe('R')
})

test.each(['K', 'B', 'Y7'])(
  'Case 28: %s of a file without its note stands, so that nobody is texted about the child, and the report asks for the note',
  async (code) => {
    await roll(child('P1', '2021-09-02'))
    const { state, problems } = await marks(`${DATE},AM,3B,P1,${code},,`)
    expect(state).toBe('live')
    expect(problems.map(({ what }) => what).join()).toContain('1 mark of K, B or Y7 without the nature')
    expect((await register(DATE))?.[await keyOf('P1')]?.code).toBe(code)
    expect((await marks(`${DATE},AM,3B,P1,${code},,at the sports hall`)).problems).toEqual([])
  },
)
