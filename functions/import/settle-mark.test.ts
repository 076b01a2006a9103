import { describe, expect, test } from 'vitest'
import type { KnownAbsence } from '../../shared/domain/known-absence.ts'
import type { Mark } from '../../shared/domain/register.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import { settleMark } from './settle-mark.ts'

const row = (code: Mark['code'], more: Partial<Mark> = {}): MarkRow => ({
  line: 2,
  date: '2026-01-12',
  session: 'AM',
  classId: '3b',
  pupil: 'P1',
  mark: { code, source: 'import', ...more },
})
const leave: KnownAbsence = {
  id: 'k1',
  pupil: 'P1',
  from: '2026-01-09',
  until: '2026-01-12',
  sessions: ['AM', 'PM'],
  code: 'C',
  by: 'S1',
  at: '2026-01-05T10:00:00.000Z',
}

describe('N from the school’s own system', () => {
  test.each(['known', 'arrival', 'office'] as const)('never replaces what stands from %s', (source) => {
    const was: Mark = { code: source === 'arrival' ? 'U' : 'I', source }
    expect(settleMark(row('N'), was, false, [])).toBe(was)
  })

  test('is the known absence’s code where the pupil’s absence was known, that session only', () => {
    expect(settleMark(row('N'), undefined, false, [leave])).toEqual({ code: 'C', source: 'known' })
    expect(settleMark(row('N'), undefined, false, [{ ...leave, sessions: ['PM'] }]).code).toBe('N')
  })

  test('replaces a mark that only a teacher or an earlier file gave', () => {
    for (const source of ['teacher', 'import'] as const)
      expect(settleMark(row('N'), { code: '/', source }, false, []).code).toBe('N')
  })
})

describe('a file older than the register', () => {
  test('changes no mark that stands, and fills in one that does not', () => {
    const was: Mark = { code: '/', source: 'teacher' }
    expect(settleMark(row('N'), was, true, [])).toBe(was)
    expect(settleMark(row('L', { minutesLate: 4 }), undefined, true, []).code).toBe('L')
  })

  test('still says more than the N that closing gave an unmarked pupil', () => {
    expect(settleMark(row('/'), { code: 'N', source: 'close' }, true, []).code).toBe('/')
  })
})

describe('another word of the same session', () => {
  test('without minutes keeps the minutes and the note that stand', () => {
    const was: Mark = { code: 'L', source: 'teacher', minutesLate: 12, note: 'the bus' }
    expect(settleMark(row('L'), was, false, [])).toBe(was)
    expect(settleMark(row('L', { minutesLate: 15 }), was, false, [])).toMatchObject({
      minutesLate: 15,
      note: 'the bus',
    })
  })

  test('that gives the reason of an N keeps the note beside it', () => {
    const was: Mark = { code: 'N', source: 'teacher', note: 'brother says dentist' }
    expect(settleMark(row('M'), was, false, [])).toEqual({ code: 'M', source: 'import', note: 'brother says dentist' })
  })
})

test('an arrival knows its minute better than a present mark, and gives way to a reason', () => {
  const was: Mark = { code: 'U', source: 'arrival', minutesLate: 42 }
  expect(settleMark(row('/'), was, false, [])).toBe(was)
  expect(settleMark(row('M'), was, false, []).code).toBe('M')
})

test('the same mark said again keeps who said it first', () => {
  const was: Mark = { code: 'I', source: 'office', inMis: true }
  expect(settleMark(row('I'), was, false, [])).toBe(was)
  expect(settleMark(row('I', { note: 'rang at 8' }), was, false, [])).toEqual({ ...was, note: 'rang at 8' })
})

test('what was agreed here waits to be written back until the school’s own system says it', () => {
  const agreed: Mark = { code: 'I', source: 'office' }
  expect(settleMark(row('N'), agreed, false, []).inMis).toBeUndefined()
  const said = settleMark(row('I'), agreed, false, [])
  expect(said).toEqual({ code: 'I', source: 'office', inMis: true })
  expect(settleMark(row('I'), said, false, [])).toBe(said)
  const arrival: Mark = { code: 'U', source: 'arrival', minutesLate: 42 }
  expect(settleMark(row('U', { minutesLate: 40 }), arrival, false, [])).toEqual({ ...arrival, inMis: true })
})
