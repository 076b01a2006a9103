import { describe, expect, test } from 'vitest'
import { aboutLine, lengthInWords, type ThreadLine } from './words.ts'

const text = (more: object): ThreadLine => ({
  what: 'text',
  at: '2026-01-12T10:30:00.000Z',
  kind: 'unreported',
  state: 'delivered',
  session: 'AM',
  pupils: ['P001'],
  body: 'Amelia is not in school',
  parts: 1,
  by: 'system',
  ...more,
})

describe('a line of a conversation', () => {
  test('says what a text was for and whether it arrived', () => {
    expect(aboutLine(text({}))).toBe('Asked where the child is, delivered')
    expect(aboutLine(text({ kind: 'reply', state: 'failed' }))).toBe('Written by the school, reached nobody')
    expect(aboutLine(text({ kind: 'brand-new', state: 'brand-new' }))).toBe('Text, brand-new')
  })

  test('says whether an answer was judged', () => {
    const answer = { id: 'r1', at: '2026-01-12T10:40:00.000Z', sender: 'entitled', pupils: ['P001'], words: 'ill' }
    expect(aboutLine({ ...answer, what: 'reply', state: 'proposed' })).toBe('Wrote, waits for the school')
    expect(aboutLine({ ...answer, what: 'call', state: 'confirmed' })).toBe(
      'Rang the absence line, confirmed by the school',
    )
  })

  test('counts the parts that will be paid for', () => {
    expect(lengthInWords(1, 43, 480)).toBe('1 part, 43 of 480 characters.')
    expect(lengthInWords(2, 170, 480)).toBe('2 parts, 170 of 480 characters.')
  })
})
