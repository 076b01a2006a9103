import { describe, expect, test } from 'vitest'
import { chasesOver, type StoredExtract } from './stored.ts'

const made = (id: string, rest: Partial<StoredExtract> = {}): StoredExtract => ({
  id,
  version: 1,
  recipient: 'attendance-team',
  extract: 'absence',
  schemaVersion: 1,
  period: { from: '2026-01-05', until: '2026-01-11' },
  number: 1,
  format: 'csv',
  rows: 3,
  sha256: 'invented',
  generatedAt: '2026-01-12T02:00:00.000Z',
  receipts: [],
  ...rest,
})
const CHASED = { chased: '2026-01-14' }

describe('the task that asks why nobody collects', () => {
  const other = made('other', { ...CHASED, extract: 'below-line' })

  test('is over with the last extract that it speaks of', () => {
    const own = made('own', CHASED)
    expect(chasesOver([own, other], own)).toEqual([])
    expect(chasesOver([own], own)).toEqual(['2026-01-14'])
  })

  test('is over when what stands in the place of that extract is collected', () => {
    const was = made('was', CHASED)
    const is = made('is', { number: 2, supersedes: 'was' })
    expect(chasesOver([was, is], is)).toEqual(['2026-01-14'])
    expect(chasesOver([was, is, other], is)).toEqual([])
  })

  test('waits for nothing that a later extract has replaced', () => {
    const was = made('was', CHASED)
    const is = made('is', { number: 2, supersedes: 'was' })
    expect(chasesOver([was, is, other], other)).toEqual(['2026-01-14'])
  })
})
