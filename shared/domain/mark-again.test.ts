import { describe, expect, test } from 'vitest'
import { markedAgain } from './mark-again.ts'

describe('a mark that is given anew', () => {
  test('keeps the note that was written beside an N when the reason comes', () => {
    const was = { code: 'N', source: 'teacher', note: 'brother says dentist' } as const
    expect(markedAgain(was, { code: 'M', source: 'office' })).toEqual({
      code: 'M',
      source: 'office',
      note: 'brother says dentist',
    })
    expect(markedAgain(was, { code: 'K', source: 'office', note: 'tuition' }).note).toBe('tuition')
  })

  test('with the same code keeps its minutes, its note and that the school’s own system has it', () => {
    const was = { code: 'L', source: 'arrival', minutesLate: 12, note: 'bus', inMis: true } as const
    expect(markedAgain(was, { code: 'L', source: 'office' })).toEqual({ ...was, source: 'office' })
  })

  test('is no less late for being late after the close, and not late at all when it is present', () => {
    const was = { code: 'L', source: 'arrival', minutesLate: 12 } as const
    expect(markedAgain(was, { code: 'U', source: 'office' }).minutesLate).toBe(12)
    expect(markedAgain(was, { code: '/', source: 'office' })).toEqual({ code: '/', source: 'office' })
  })

  test('with another code is new to the school’s own system, and leaves the note of another reason behind', () => {
    const was = { code: 'K', source: 'office', note: 'tuition at the library', inMis: true } as const
    expect(markedAgain(was, { code: 'I', source: 'office' })).toEqual({ code: 'I', source: 'office' })
  })
})
