import { describe, expect, test } from 'vitest'
import { asWritten } from '../../shared/domain/texts/written.ts'
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
})

describe('a text that is being written', () => {
  const length = (provider: 'sns' | 'notify', words: string) =>
    lengthInWords(asWritten({ provider, second: 'none', pencePerPart: 2.5 }, words), words.length, 480)
  test('says in how many parts it goes, and what they cost', () => {
    expect(length('sns', 'Amelia is well.')).toEqual(['1 part, 15 of 480 characters, 2.5p.'])
    expect(length('sns', 'x'.repeat(170))).toEqual(['2 parts, 170 of 480 characters, 5p.'])
  })
  test('says which letters make it longer', () => {
    expect(length('sns', 'Siân')[1]).toBe('A part holds 70 letters in place of 160, because of â.')
  })
  test('says what Notify makes plain, and what cannot be sent', () => {
    expect(length('notify', 'Łukasz’s coat').slice(1)).toEqual(["GOV.UK Notify sends L for Ł, ' for ’."])
    expect(length('notify', 'علي').at(-1)).toBe('ع ل ي cannot be sent: write it without.')
  })
})
