import { expect, test } from 'vitest'
import { PupilAttendanceAnswer } from '../../events/api/pupils.ts'
import { openApiSchool, SCHOOL } from '../support/school-api.ts'

test('years at earlier schools stand beside a pupil’s figures and in none of them', async () => {
  const { ask, stores, at } = await openApiSchool()
  at('08:50', '2026-01-13')
  const figures = async () => PupilAttendanceAnswer.parse((await ask('office', 'GET', 'pupils/P001/attendance')).body)
  const alone = await figures()
  expect(alone.before).toEqual([])
  await stores.putEarlierYear(
    SCHOOL,
    'k01',
    {
      year: '2025',
      authority: '891',
      establishment: '9990',
      school: 'Old Mill Infant School',
      possible: 380,
      attended: 300,
      authorised: 60,
      unauthorised: 20,
      sessions: [{ from: '2024-09-04', marks: ['/', '\\', 'Y1', '#'] }],
      asOf: '2025-07-20T12:00:00.000Z',
    },
    { at: '2026-01-12T09:00:00.000Z', by: 'import', kind: 'earlier-school-imported', pupils: ['k01'] },
  )
  const beside = await figures()
  expect(beside.before).toMatchObject([
    { year: '2025', school: { number: '8919990' }, possible: 380, attended: 300, codes: { '/': 1, '\\': 1, Y1: 1 } },
  ])
  expect({ ...beside, before: [] }).toEqual(alone)
})
