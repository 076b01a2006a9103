import { describe, expect, test } from 'vitest'
import { aTask } from '../../../test/support/stored-examples.ts'
import type { Reply } from '../known.ts'
import { unreadBeside, waitsAlready, writtenTogether } from './stranger.ts'

const text = (id: string, minute: string, stranger?: string): Reply => ({
  id,
  date: '2026-01-12',
  at: `2026-01-12T10:${minute}:00Z`,
  version: 1,
  ...(stranger === undefined ? { contactId: 'C1' } : { stranger }),
  pupils: [],
  reading: { kind: 'unclear', confidence: 'low', because: [], named: [] },
  state: 'unread',
  outOfHours: false,
})
const FIRST = text('first', '01', 'x')
const SECOND = text('second', '02', 'x')
const OTHER = text('other', '01', 'y')
const CONTACT = text('contact', '00')
const ALL = [SECOND, CONTACT, OTHER, FIRST]
const about = (id: string) => aTask({ kind: 'unknown-number', about: id })

describe('what a number that is nobody’s writes', () => {
  test('is read together, in order, and apart from anybody else’s', () => {
    expect(writtenTogether(SECOND, ALL).map(({ id }) => id)).toEqual(['first', 'second'])
    expect(writtenTogether(CONTACT, ALL)).toEqual([CONTACT])
  })
  test('joins what a person has yet to read, and no other kind of task, number or ended one', () => {
    expect(waitsAlready(SECOND, 'unknown-number', ALL, [about('first')])).toBe(true)
    expect(waitsAlready(SECOND, 'safeguarding', ALL, [about('first')])).toBe(false)
    expect(waitsAlready(SECOND, 'unknown-number', ALL, [about('other')])).toBe(false)
    expect(waitsAlready(SECOND, 'unknown-number', ALL, [{ ...about('first'), state: 'done' }])).toBe(false)
    expect(waitsAlready(CONTACT, 'unknown-number', ALL, [about('contact')])).toBe(false)
  })
  test('is not over while something newer is unread', () => {
    expect(unreadBeside(['first'], ALL)).toEqual([SECOND])
    expect(unreadBeside(['second'], ALL)).toEqual([FIRST])
    expect(unreadBeside(['second', 'first'], ALL)).toEqual([])
    expect(unreadBeside(['contact'], ALL)).toEqual([])
  })
})
