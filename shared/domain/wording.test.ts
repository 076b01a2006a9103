import { describe, expect, test } from 'vitest'
import { fieldsOf, fillWording, spokenNames } from './wording.ts'

describe('what a text says', () => {
  test('names the children as a person would', () => {
    expect([['Amelia'], ['Amelia', 'Siân'], ['Amelia', 'Siân', 'Zoë'], []].map(spokenNames)).toEqual([
      'Amelia',
      'Amelia and Siân',
      'Amelia, Siân and Zoë',
      '',
    ])
  })
  test('chooses the words for one child or several', () => {
    const say = (names: readonly string[]) =>
      fillWording('{names} {is|are} not in', { names: spokenNames(names) }, names.length)
    expect([say(['Amelia']), say(['Amelia', 'Siân'])]).toEqual(['Amelia is not in', 'Amelia and Siân are not in'])
  })
  test('chooses a form of its own for two, where a language has one', () => {
    const say = (count: number) => fillWording('{لم يحضر|لم يحضرا|لم يحضروا} {names}', { names: 'N' }, count)
    expect([1, 2, 3, 4].map(say)).toEqual(['لم يحضر N', 'لم يحضرا N', 'لم يحضروا N', 'لم يحضروا N'])
  })
  test('a text with a gap never goes', () => {
    expect(() => fillWording('{school}: {name}', { school: 'S' }, 1)).toThrow('no value for {name}')
  })
  test('a name with braces or a dollar sign is only a name', () => {
    expect(fillWording('{names}', { names: '$& {school}' }, 1)).toBe('$& {school}')
  })
  test('lists the fields of a wording without its alternatives', () => {
    expect(fieldsOf('{school}: {names} {is|are} out')).toEqual(['school', 'names'])
  })
})
