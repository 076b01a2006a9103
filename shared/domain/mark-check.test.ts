import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_CODES, CODES, type Session } from './codes.ts'
import { checkMark, type Entered, type Place } from './mark-check.ts'
import type { RollEntry } from './people.ts'

const EIGHT: RollEntry = {
  key: 'k1',
  pupilId: 'P001',
  admitted: '2023-09-04',
  dateOfBirth: '2017-10-01',
  yearGroup: '3',
}
/** Five on 12 January 2026, so of compulsory school age from 31 March. */
const FIVE: RollEntry = { ...EIGHT, admitted: '2025-09-03', dateOfBirth: '2021-01-12', yearGroup: 'R' }
const FIFTEEN: RollEntry = { ...EIGHT, dateOfBirth: '2010-10-01', yearGroup: '10' }

const place = (more: Partial<Place> = {}): Place => ({
  date: '2026-01-12',
  session: 'AM',
  today: '2026-01-12',
  closed: undefined,
  ...more,
})
const verdict = (entered: Entered, pupil: RollEntry | undefined = EIGHT, where: Place = place()): string => {
  const checked = checkMark(entered, pupil, where)
  return checked.ok ? checked.value : checked.refusal.code
}

describe('a mark', () => {
  test('is read as people type it', () => {
    expect(verdict({ code: ' i ' })).toBe('I')
    expect(verdict({ code: 'c2' })).toBe('C2')
  })

  test.each<[string, Session, string]>([
    ['/', 'AM', '/'],
    ['/', 'PM', 'wrong-session'],
    ['\\', 'PM', '\\'],
    ['\\', 'AM', 'wrong-session'],
    ['L', 'AM', 'L'],
    ['L', 'PM', 'L'],
  ])('%s in the %s session: %s', (code, session, expected) => {
    expect(verdict({ code }, EIGHT, place({ session }))).toBe(expected)
  })

  test('X is only for a child below compulsory school age, C2 only for one of it', () => {
    expect(verdict({ code: 'X' }, FIVE)).toBe('X')
    expect(verdict({ code: 'C2' }, FIVE)).toBe('wrong-age')
    expect(verdict({ code: 'X' }, EIGHT)).toBe('wrong-age')
    expect(verdict({ code: 'C2' }, EIGHT)).toBe('C2')
  })

  test('compulsory age begins at the end of the term in which a child turns five, not on the birthday', () => {
    const on = (date: string) => verdict({ code: 'X' }, FIVE, place({ date, today: date }))
    expect([on('2026-03-30'), on('2026-03-31')]).toEqual(['X', 'wrong-age'])
  })

  test('work experience is for the last two years of compulsory education', () => {
    expect(verdict({ code: 'W' }, FIFTEEN)).toBe('W')
    expect(verdict({ code: 'W' }, EIGHT)).toBe('wrong-year')
    expect(verdict({ code: 'W' }, { ...FIFTEEN, yearGroup: '12' })).toBe('wrong-year')
  })

  test('B is for a supervised place: a note of learning at home or online is refused, whatever else it says', () => {
    expect(verdict({ code: 'B', note: 'online lesson at home' })).toBe('remote-learning')
    expect(verdict({ code: 'B', note: 'Remote maths' })).toBe('remote-learning')
    expect(verdict({ code: 'B', note: 'taster day at the college' })).toBe('B')
    expect(verdict({ code: 'Y7', note: 'flooded at home' })).toBe('Y7')
  })

  test.each(['B', 'K', 'Y7'])('%s needs a note that says something', (code) => {
    expect(verdict({ code })).toBe('note-needed')
    expect(verdict({ code, note: '  ' })).toBe('note-needed')
    expect(verdict({ code, note: 'Forest school' })).toBe(code)
  })

  test.each(['#', 'Y4'])('%s is for everybody at once, never for one pupil', (code) => {
    expect(verdict({ code })).toBe('whole-school-code')
  })

  test('Z is for a child who has not started, so never for one on the roll', () => {
    expect(verdict({ code: 'Z' })).toBe('on-roll')
  })

  test('codes that ended are refused with what replaced them', () => {
    const checked = checkMark({ code: 'H' }, EIGHT, place())
    expect(checked).toMatchObject({
      ok: false,
      refusal: { code: 'retired-code', remedy: expect.stringContaining('G') },
    })
  })

  test('stands from the starting day to the leaving day, both included', () => {
    const leaver = { ...EIGHT, admitted: '2026-01-05', left: '2026-01-09' }
    const on = (date: string) => verdict({ code: '/' }, leaver, place({ date }))
    expect(['2026-01-02', '2026-01-05', '2026-01-09', '2026-01-12'].map(on)).toEqual([
      'not-on-roll',
      '/',
      '/',
      'not-on-roll',
    ])
  })

  test('is not made for a pupil of another class, for tomorrow, or while the school is closed', () => {
    expect(checkMark({ code: '/' }, undefined, place())).toMatchObject({ refusal: { code: 'not-this-class' } })
    expect(verdict({ code: '/' }, EIGHT, place({ date: '2026-01-13' }))).toBe('future')
    expect(verdict({ code: '/' }, EIGHT, place({ closed: 'Y4' }))).toBe('closed')
  })

  test('whatever is typed, it is one of the national codes or a refusal that says what to do', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom(...ALL_CODES, 'constructor', '__proto__', 'toString')),
        fc.string(),
        fc.constantFrom<Session>('AM', 'PM'),
        fc.constantFrom(FIVE, EIGHT, FIFTEEN),
        (code, note, session, pupil) => {
          const checked = checkMark({ code, note }, pupil, place({ session }))
          if (!checked.ok) return checked.refusal.why !== '' && checked.refusal.remedy !== ''
          const { only, wholeSchool } = CODES[checked.value]
          return wholeSchool === undefined && (only === undefined || only === session)
        },
      ),
    )
  })
})
