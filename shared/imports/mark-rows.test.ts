import { describe, expect, test } from 'vitest'
import { TODAY, utf8 } from '../../test/support/imported-file.ts'
import { addDays } from '../domain/time.ts'
import { FILES } from './files.ts'

const SNOW = '2026-01-08'
const aPupil = (pupilId: string, classId = '3b') => ({
  key: pupilId,
  pupilId,
  classId,
  admitted: '2020-09-02',
  dateOfBirth: '2015-05-04',
  yearGroup: '3',
})
const HEAD = 'date,session,class,pupilId,code,minutesLate,comment'
const marks = (...rows: readonly string[]) =>
  FILES.marks(utf8([HEAD, ...rows].join('\n')), {
    today: TODAY,
    pupils: new Map([['P1', aPupil('P1')]]),
    isOpen: (date) => date !== SNOW,
  })

describe('what a row says of a session', () => {
  test('a forward slash in the afternoon and a backslash in the morning are refused, naming the right mark', () => {
    const { problems } = marks('2026-01-12,AM,3B,P1,\\,,', '2026-01-12,PM,3B,P1,/,,')
    expect(problems.map(({ line, column, remedy }) => [line, column, remedy])).toEqual([
      [2, 'code', 'Use /.'],
      [3, 'code', 'Use \\.'],
    ])
  })

  test('minutes late stay with L and U, and go from every other mark', () => {
    const { rows } = marks('2026-01-12,AM,3B,P1,U,22,', '2026-01-12,PM,3B,P1,\\,0,')
    expect(rows.map(({ mark }) => mark.minutesLate)).toEqual([22, undefined])
  })

  test('old codes are kept as what counts alike, and say what they were', () => {
    const { rows, problems } = marks('2024-05-01,AM,3B,P1,J,,', '2024-05-01,PM,3B,P1,Y,,"coach broke down"')
    expect(problems).toEqual([])
    expect(rows.map(({ mark }) => [mark.code, mark.note])).toEqual([
      ['B', 'recorded as J'],
      ['Y7', 'coach broke down'],
    ])
  })

  test('whole-school codes say nothing where the school is closed, are history where it was open, and are refused today', () => {
    const { rows, problems } = marks(`${SNOW},AM,3B,P1,Y4,,`, '2026-01-09,AM,3B,P1,#,,', '2026-01-12,AM,3B,P1,Y4,,')
    expect(rows.map(({ date, mark }) => [date, mark.code])).toEqual([['2026-01-09', '#']])
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[4, 'code']])
  })

  test('Z says nothing of a child who has not started, and is refused of one on the roll today', () => {
    const { rows, problems } = marks('2020-09-01,AM,3B,P1,Z,,', '2026-01-12,AM,3B,P2,Z,,', '2026-01-12,AM,3B,P1,Z,,')
    expect(rows).toEqual([])
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[4, 'code']])
  })

  test('an earlier mark in another class is history of a pupil who has moved', () => {
    expect(marks('2026-01-09,AM,4A,P1,/,,').rows[0]?.classId).toBe('4a')
  })

  test('two marks of one pupil in one session are refused, whatever their classes', () => {
    expect(marks('2026-01-09,AM,3B,P1,/,,', '2026-01-09,AM,4A,P1,N,,').problems).toEqual([
      expect.objectContaining({ line: 3, column: 'pupilId' }),
    ])
  })
})

test('a year of marks of 420 pupils is read whole', () => {
  const pupils = Array.from({ length: 420 }, (_, index) => aPupil(`P${index}`, `c${index % 14}`))
  const dates = Array.from({ length: 191 }, (_, index) => addDays(TODAY, -index))
  const lines = dates.flatMap((date) =>
    pupils.flatMap(({ pupilId, classId }) => [
      `${date},AM,${classId},${pupilId},/,,`,
      `${date},PM,${classId},${pupilId},\\,,`,
    ]),
  )
  const file = FILES.marks(utf8([HEAD, ...lines].join('\r\n')), {
    today: TODAY,
    pupils: new Map(pupils.map((pupil) => [pupil.pupilId, pupil])),
    isOpen: () => true,
  })
  expect([file.problems.length, file.rows.length]).toEqual([0, 160_440])
})
