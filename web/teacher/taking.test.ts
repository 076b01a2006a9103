import { describe, expect, test } from 'vitest'
import { LOST } from '../client/failure.ts'
import type { RegisterShown } from './marks.ts'
import { beginTaking, type Happening, type Taking, whatNow } from './taking.ts'

const aClass = {
  id: '3b',
  name: '3B',
  pupils: [
    { id: 'P001', name: 'Amelia Ashdown' },
    { id: 'P002', name: 'Bilal Birch' },
  ],
}
const register = (version: number, one: string | null, other: string | null): RegisterShown => ({
  date: '2026-01-12',
  session: 'AM',
  class: '3b',
  version,
  submitted: version > 0,
  marks: {
    P001: one === null ? null : { code: one, source: 'teacher' },
    P002: other === null ? null : { code: other, source: 'teacher' },
  },
})
const became = (taking: Taking, ...happenings: readonly Happening[]): Taking => happenings.reduce(whatNow, taking)
const empty = beginTaking(aClass, register(0, null, null))

describe('taking a register', () => {
  test('everybody present, one absent; one mark after another can be taken back', () => {
    const marked = became(empty, { what: 'everybody' }, { what: 'marked', id: 'P002', code: 'N' })
    expect(marked.marking).toEqual({ P001: '/', P002: 'N' })
    expect(became(marked, { what: 'undo' }).marking).toEqual({ P001: '/', P002: '/' })
    expect(became(marked, { what: 'undo' }, { what: 'undo' }, { what: 'undo' }).marking).toEqual({})
  })

  test('one that is in opens as it is; one that was begun goes on where it stopped', () => {
    expect(beginTaking(aClass, register(1, '/', '/')).phase).toBe('submitted')
    const kept = { base: { marks: {} }, marks: { P001: 'N' }, state: 'begun' } as const
    expect(beginTaking(aClass, register(0, null, null), kept)).toMatchObject({
      phase: 'marking',
      marking: { P001: 'N' },
    })
  })

  test('an answer that comes late, of an older version, changes nothing', () => {
    const taking = beginTaking(aClass, register(2, '/', 'N'))
    expect(became(taking, { what: 'heard', register: register(1, '/', '/'), aClass })).toBe(taking)
  })

  test('a refusal leaves every mark where it was', () => {
    const marked = became(empty, { what: 'everybody' }, { what: 'sending' }, { what: 'refused', failure: LOST })
    expect(marked).toMatchObject({ phase: 'marking', marking: { P001: '/', P002: '/' }, failure: LOST })
  })
})

describe('a register that waits for the connection', () => {
  const waiting = became(empty, { what: 'everybody' }, { what: 'sending' }, { what: 'waiting' })

  test('is in when the school has it', () => {
    expect(became(waiting, { what: 'heard', register: register(1, '/', '/'), aClass }).phase).toBe('submitted')
  })

  test('asks when somebody else was first and marked a child otherwise; the answer settles it', () => {
    const asked = became(waiting, { what: 'heard', register: register(1, '/', 'N'), aClass })
    expect(asked).toMatchObject({ phase: 'marking', disputed: [{ id: 'P002', mine: '/', theirs: 'N' }] })
    const settled = became(asked, { what: 'marked', id: 'P002', code: 'N' })
    expect(settled).toMatchObject({ disputed: [], marking: { P001: '/', P002: 'N' } })
  })
})
