import { expect, test } from 'vitest'
import { extractKind } from './registry.ts'
import type { StoredExtract } from './stored.ts'
import { trustWideOf } from './trust-wide.ts'

const made = (more: Partial<StoredExtract> = {}): StoredExtract => ({
  id: 'e1',
  version: 1,
  recipient: 'trust',
  extract: 'trust-attendance',
  schemaVersion: extractKind('trust-attendance')?.version ?? 0,
  period: { from: '2026-01-12', until: '2026-01-18' },
  number: 1,
  format: 'csv',
  rows: 3,
  sha256: 'a',
  generatedAt: '2026-01-27T03:00:00.000Z',
  receipts: [],
  ...more,
})
const wideOf = (academies: Readonly<Record<string, readonly StoredExtract[]>>) =>
  trustWideOf(
    Object.entries(academies).map(([academy, extracts]) => ({ academy, extracts })),
    extractKind,
  )

test('the newest file of each academy is in it, whoever else lacks one', () => {
  const [wide, ...others] = wideOf({ hilltop: [], springbank: [made(), made({ id: 'e2', number: 2 })] })
  expect(others).toEqual([])
  expect(wide?.parts.map(({ academy, extract }) => [academy, extract.id])).toEqual([['springbank', 'e2']])
  expect(wide?.leftOut).toEqual([{ academy: 'hilltop', because: 'not-made' }])
})

test('what was encrypted for a key is never joined in the clear, nor are older columns to newer ones', () => {
  const encrypted = { with: 'age', key: 'council', sha256: 'b' } as const
  const [wide] = wideOf({
    hilltop: [made({ encrypted })],
    newfield: [made({ schemaVersion: 1 })],
    springbank: [made()],
  })
  expect(wide?.parts.map(({ academy }) => academy)).toEqual(['springbank'])
  expect(wide?.leftOut).toEqual([
    { academy: 'hilltop', because: 'encrypted' },
    { academy: 'newfield', because: 'older-columns' },
  ])
})
