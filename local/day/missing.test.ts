import { expect, test } from 'vitest'
import { openSchool } from '../../test/journeys/support/school.ts'
import { missingFiles, missingInDay } from './missing.ts'
import { sortMarks } from './read-marks.ts'

const NO_MARKS = { header: '', history: [], today: [], later: 0 }

test('what is left out is said, with what it means', () => {
  expect(missingFiles({})).toEqual([])
  expect(missingFiles({ marks: 'x' })).toEqual([expect.stringMatching(/^No --roll: the pupils are the made-up ones/)])
  expect(missingFiles({ roll: 'x', marks: 'x' }).map((line) => line.split(':')[0])).toEqual([
    'No --contacts',
    'No --staff',
  ])
  expect(missingFiles({ roll: 'x', contacts: 'x', staff: 'x', marks: 'x' })).toEqual([])
})

test('registers that no row takes, and a date without school, are said before the day is played', async () => {
  const school = await openSchool()
  const { stack, policy } = school
  const given = { roll: 'x', marks: 'x' }
  const ask = (marks: string, date = '2026-01-12', more = {}) =>
    missingInDay(
      stack,
      policy,
      { ...given, ...more },
      marks === '' ? NO_MARKS : sortMarks(new TextEncoder().encode(marks), date),
      date,
    )
  try {
    expect(await ask('')).toEqual([expect.stringContaining('morning'), expect.stringContaining('afternoon')])
    const morning = 'date,session,class,pupilId,code\n2026-01-12,AM,3b,P001,/\n'
    expect(await ask(morning)).toEqual([
      'No row of --marks is of the afternoon of 2026-01-12: no register is taken then.',
    ])
    expect(await ask('', '2026-01-17')).toEqual([expect.stringMatching(/is no school day in the policy.*--calendar/)])
    expect(await ask('', '2026-01-17', { calendar: 'x' })).toEqual([expect.stringContaining('in the --calendar')])
  } finally {
    await school.close()
  }
})
