import { describe, expect, test } from 'vitest'
import { type Entry, entryInWords, whoInWords } from './happenings.ts'

const entry = (kind: string, detail: Entry['detail'] = {}, more: Partial<Entry> = {}): Entry => ({
  id: 'e1',
  at: '2026-01-12T09:20:00.000Z',
  by: 'S02',
  kind,
  detail,
  ...more,
})

describe('the history', () => {
  test('says in words what was marked, and what it was before', () => {
    expect(entryInWords(entry('register-saved', { mark: 'N' }))).toBe('Register: Absent')
    expect(entryInWords(entry('mark-amended', { was: 'N', code: 'M', because: 'dentist' }))).toBe(
      'Mark amended: Absent became Medical or dental appointment, dentist',
    )
  })

  test('says what was to be done, what came of it, and a kind it has no words for in its own', () => {
    expect(entryInWords(entry('task-done', { task_kind: 'call', what: 'No answer' }))).toBe('Done: call, No answer')
    expect(entryInWords(entry('task-raised', { task_kind: 'held-batch' }))).toBe(
      'Something to do: look at what was not proposed',
    )
    expect(entryInWords(entry('brake-held', { because: 'class-share' }))).toBe(
      'Texts held back: Too many of one class are missing at once.',
    )
    expect(entryInWords(entry('late-opening-put'))).toBe('Late opening put')
  })

  test('says who: a member of staff, a parent, or Firstbell with the clause of the policy', () => {
    expect(whoInWords(entry('task-done'))).toBe('Staff S02')
    expect(whoInWords(entry('reply-received', {}, { by: 'parent:c1' }))).toBe('A parent')
    expect(whoInWords(entry('text-claimed', {}, { by: 'system', clause: 'a text at 10.30' }))).toBe(
      'Firstbell, by the policy: a text at 10.30',
    )
  })
})
