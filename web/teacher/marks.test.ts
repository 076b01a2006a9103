import { describe, expect, test } from 'vitest'
import { countsOf, everybodyElsePresent, markingOf, type RegisterShown, rowsOf, unmarked } from './marks.ts'

const aClass = {
  id: '3b',
  name: '3B',
  pupils: [
    { id: 'P001', name: 'Amelia Ashdown' },
    { id: 'P002', name: 'Bilal Birch' },
    { id: 'P003', name: 'Cerys Castell' },
  ],
}
const register = (marks: RegisterShown['marks']): RegisterShown => ({
  date: '2026-01-12',
  session: 'AM',
  class: '3b',
  version: 0,
  submitted: false,
  marks,
})
const dentist = register({ P001: null, P002: { code: 'M', source: 'known' }, P003: null })

describe('a register being taken', () => {
  test('offers present, late and absent, and in place of absent what the school was told ahead', () => {
    const choices = rowsOf(aClass, dentist).map((row) => row.choices.map(({ says }) => says))
    expect(choices).toEqual([
      ['Present', 'Late', 'Absent'],
      ['Present', 'Late', 'Medical or dental appointment'],
      ['Present', 'Late', 'Absent'],
    ])
  })

  test('marks everybody present with one press, but for those of whom something is known', () => {
    const rows = rowsOf(aClass, dentist)
    const known = markingOf(dentist)
    expect(unmarked(rows, known).map(({ id }) => id)).toEqual(['P001', 'P003'])
    expect(everybodyElsePresent(rows, { ...known, P003: 'N' }, 'AM')).toEqual({ P001: '/', P002: 'M', P003: 'N' })
    expect(everybodyElsePresent(rows, known, 'PM').P001).toBe('\\')
  })

  test('says how many are here, away and not marked', () => {
    const rows = rowsOf(aClass, dentist)
    expect(countsOf(rows, { P001: '/', P002: 'M' })).toBe('1 present, 1 known away, 1 not marked')
    expect(countsOf(rows, { P001: '/', P002: '/', P003: 'N' })).toBe('2 present, 1 absent')
  })

  test('says of whom another class has the mark, and shows that mark', () => {
    const moved = { ...register({ P001: { code: '/', source: 'teacher' }, P002: null }), markedIn: { P001: '4c' } }
    expect(rowsOf(aClass, moved).map(({ isMarkedBefore }) => isMarkedBefore)).toEqual([true, false])
    expect(markingOf(moved)).toEqual({ P001: '/' })
  })

  test('leaves out who has left the roll since the class was read', () => {
    expect(rowsOf(aClass, register({ P001: null })).map(({ id }) => id)).toEqual(['P001'])
  })
})
