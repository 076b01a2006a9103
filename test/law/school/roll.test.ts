/** Children who start and leave, and files that say what is not so: at a school that imports its roll and its marks. */
import { beforeEach, describe, expect, test } from 'vitest'
import { decide } from '../../../shared/domain/decide.ts'
import { loadKnown } from '../../../shared/follow-up/load-known.ts'
import { ordersOf, tasksOf, textsOf } from '../../builders.ts'
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
