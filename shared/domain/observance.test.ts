import { describe, expect, test } from 'vitest'
import { daysAround, daysRunning, observed } from './observance.ts'

const calendar = { listed: { '2026-01-14': { kind: 'inset' as const } }, terms: [] }

describe('days set apart for religious observance', () => {
  test('are as many school days as the policy says; the rest is from the next school day on', () => {
    expect(observed(calendar, { from: '2026-01-13', until: '2026-01-19' }, 1)).toEqual({
      observed: { from: '2026-01-13', until: '2026-01-13' },
      rest: { from: '2026-01-15', until: '2026-01-19' },
    })
    expect(observed(calendar, { from: '2026-01-13', until: '2026-01-19' }, 2).rest).toEqual({
      from: '2026-01-16',
      until: '2026-01-19',
    })
  })
  test('that begin on a Saturday begin at school on Monday', () => {
    expect(observed(calendar, { from: '2026-01-10', until: '2026-01-13' }, 1)).toEqual({
      observed: { from: '2026-01-10', until: '2026-01-12' },
      rest: { from: '2026-01-13', until: '2026-01-13' },
    })
  })
  test('are all that was reported where no school day is left', () => {
    expect(observed(calendar, { from: '2026-01-16', until: '2026-01-18' }, 1).rest).toBeUndefined()
    expect(observed(calendar, { from: '2026-01-13', until: '2026-01-14' }, 1).rest).toBeUndefined()
  })
  test('run on over a weekend and an INSET day', () => {
    const days = new Set(['2026-01-09', '2026-01-12', '2026-01-15'])
    const isR = (date: string) => days.has(date)
    expect(daysRunning(calendar, '2026-01-13', isR)).toBe(4)
    expect(daysRunning(calendar, '2026-01-19', isR)).toBe(1)
    expect(daysAround(calendar, '2026-01-13', 1)).toEqual(['2026-01-12', '2026-01-15'])
  })
})
