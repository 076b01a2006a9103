/** Codes as people type them and files bring them: what may stand in a register, and what the number of a pupil must be. */
import { describe, expect, test } from 'vitest'
import { ALL_CODES } from '../../shared/domain/codes.ts'
import { tallyOf } from '../../shared/domain/counting/tally.ts'
import { checkMark } from '../../shared/domain/mark-check.ts'
import type { RollEntry } from '../../shared/domain/people.ts'
import { FILES } from '../../shared/imports/files.ts'

const TODAY = '2026-01-12'
const roll = (dateOfBirth = '2015-05-04'): RollEntry => ({
  key: 'P1',
  pupilId: 'P1',
  admitted: '2020-09-02',
  dateOfBirth,
  yearGroup: '4',
})
const entered = (code: string, more: { note?: string; session?: 'AM' | 'PM'; born?: string } = {}) => {
  const { note, session = 'AM', born } = more
  const place = { date: TODAY, session, today: TODAY, closed: undefined }
  const checked = checkMark({ code, ...(note === undefined ? {} : { note }) }, roll(born), place)
  return checked.ok ? checked.value : checked.refusal
}
const file = (...rows: readonly string[]) =>
  FILES.marks(new TextEncoder().encode(['date,session,class,pupilId,code,comment', ...rows].join('\n')), {
    today: TODAY,
    pupils: new Map([['P1', { ...roll(), classId: '4b' }]]),
    isOpen: () => true,
  })

describe('a code', () => {
  test('Case 23: X is refused of a child of compulsory school age, and C2 of one who is not, each naming the other', () => {
    expect(entered('X')).toMatchObject({ code: 'wrong-age', remedy: expect.stringContaining('C2') })
    expect(entered('C2', { born: '2021-11-02' })).toMatchObject({ code: 'wrong-age', remedy: 'Use X.' })
    expect([entered('C2'), entered('X', { born: '2021-11-02' })]).toEqual(['C2', 'X'])
  })
  test('Case 24: the afternoon’s present mark is refused in the morning and the morning’s in the afternoon, naming the right one', () => {
    expect(entered('\\')).toMatchObject({ code: 'wrong-session', remedy: 'Use /.' })
    expect(entered('/', { session: 'PM' })).toMatchObject({ code: 'wrong-session', remedy: 'Use \\.' })
    expect(file(`${TODAY},AM,4B,P1,\\,`, `${TODAY},PM,4B,P1,/,`).problems.map(({ remedy }) => remedy)).toEqual([
      'Use /.',
      'Use \\.',
    ])
  })
  test('Case 25: in a file small letters and blanks are no matter; Y is refused since 19 August 2024 with what took its place', () => {
    const { rows, problems } = file('2026-01-08,AM,4B,P1, l ,', '2026-01-09,AM,4B,P1,y1,', `${TODAY},AM,4B,P1,Y,`)
    expect(rows.map(({ mark }) => mark.code)).toEqual(['L', 'Y1'])
    expect(problems).toMatchObject([{ line: 4, column: 'code', remedy: expect.stringContaining('Q, or Y1 to Y7') }])
    for (const code of ALL_CODES.filter((each) => each.length === 2))
      expect(entered(` ${code.toLowerCase()} `, { note: 'at the sports hall' })).not.toMatchObject({
        code: 'unknown-code',
      })
  })
  test('Case 26: J of 1 May 2024 counts as attended, J1 of 1 May 2025 as an authorised absence', () => {
    const { rows, problems } = file('2024-05-01,AM,4B,P1,J,', '2025-05-01,AM,4B,P1,J1,')
    expect(problems).toEqual([])
    const [was, is] = rows.map(({ mark }) => tallyOf([mark]))
    expect(was).toMatchObject({ possible: 1, attended: 1, authorised: 0 })
    expect(is).toMatchObject({ possible: 1, attended: 0, authorised: 1 })
  })
  test('Case 27: B for a lesson online at home is refused: remote learning is an absence, and B is for a supervised place', () => {
    expect(entered('B', { note: 'online lesson at home' })).toMatchObject({ code: 'remote-learning' })
    expect(entered('B', { note: 'music service at the town hall' })).toBe('B')
  })
  test('Case 28: Y7, K and B are refused until the note of cause, provision or activity is given', () => {
    for (const code of ['Y7', 'K', 'B']) {
      expect(entered(code)).toMatchObject({ code: 'note-needed' })
      expect(entered(code, { note: '   ' })).toMatchObject({ code: 'note-needed' })
      expect(entered(code, { note: 'staggered start' })).toBe(code)
    }
  })
})

test('Case 62: a pupil number with a wrong check letter is refused, saying which it should be', () => {
  const read = (upn: string) =>
    FILES.roll(
      new TextEncoder().encode(
        `pupilId,upn,forename,surname,dateOfBirth,yearGroup,class,admitted\nP1,${upn},Amelia,Ashdown,2017-05-04,3,3B,2021-09-02`,
      ),
      { today: TODAY, previousKeys: {}, generation: 1 },
    ).problems
  expect(read('A801200005001')).toMatchObject([
    { line: 2, column: 'upn', what: expect.stringContaining('its check letter should be B') },
  ])
  for (const valid of ['B801200005001', 'V891201926017', 'W89120192601A']) expect(read(valid)).toEqual([])
  expect(read('B80120000500')).toMatchObject([{ column: 'upn', what: expect.stringContaining('eleven digits') }])
})
