import { beforeEach, describe, expect, test } from 'vitest'
import type { Mapping } from '../../shared/domain/imports/mapping.ts'
import { type ImportingSchool, importingSchool, NOW, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'

const WIDE: Mapping = {
  id: 'bromcom-wide',
  file: 'marks',
  source: 'Bromcom',
  columns: { 'Person No': 'pupilId', 'Tutor Group': 'class' },
  dates: 'iso-or-uk',
  layout: 'dates-across',
  values: { code: { '7': 'I' } },
  by: 's-office',
  at: NOW,
}
const FRIDAY = '2026-01-09'
const HEADER = `Person No,Tutor Group,09/01/2026 AM,09/01/2026 PM`

let school: ImportingSchool
beforeEach(async () => {
  school = await importingSchool()
  await school.send('roll', [ROLL, pupilRow('P1'), pupilRow('P2')])
  await school.stores.putMapping(SCHOOL, WIDE, act('mapping-kept'))
})
const register = (session: 'AM' | 'PM') => school.stores.register(SCHOOL, FRIDAY, session, '3b')

describe('a marks export with a column for each session', () => {
  test('is read by the kept mapping whose columns it has, and its report says which', async () => {
    const report = await school.send('marks', [HEADER, 'P1,3B,/,\\', 'P2,3B,7,7'])
    expect(report).toMatchObject({ state: 'live', mapping: WIDE.id, rows: 4, done: 4 })
    expect((await register('AM'))?.marks).toMatchObject({ P1: { code: '/' }, P2: { code: 'I' } })
    expect((await register('PM'))?.marks).toMatchObject({ P1: { code: '\\' }, P2: { code: 'I' } })
  })

  test('with a wrong mark changes nothing and names line and column as the school knows them', async () => {
    const report = await school.send('marks', [HEADER, 'P1,3B,/,\\', 'P2,3B,/,8'])
    expect(report).toMatchObject({
      state: 'refused',
      problems: [{ line: 3, column: '09/01/2026 PM' }],
      mapping: WIDE.id,
    })
    await expect(register('AM')).resolves.toBeUndefined()
  })

  test('is refused when the mapping that was named is gone by the time it is read', async () => {
    await school.stores.endMapping(SCHOOL, WIDE.id, act('mapping-ended'))
    const report = await school.send('marks', [HEADER, 'P1,3B,/,\\'], { mapping: WIDE.id })
    expect(report).toMatchObject({ state: 'refused', problems: [{ line: 0 }] })
  })
})

test('a file that was uploaded is read by the mapping that was named when its address was asked for', async () => {
  const asked = { mapping: WIDE.id }
  const waiting = {
    id: 'up1',
    file: 'marks',
    state: 'waiting',
    at: NOW,
    rows: 0,
    done: 0,
    problems: [],
    asked,
  } as const
  await school.stores.putImport(SCHOOL, waiting)
  const plain = ['date,session,class,pupilId,code', `${DATE},AM,3B,P1,/`]
  const report = await school.send('marks', plain, { importId: 'up1' })
  expect(report).toMatchObject({ state: 'refused', asked })
  expect(report.problems.map(({ column }) => column)).toContain('Person No')
})
