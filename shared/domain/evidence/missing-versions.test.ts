import { expect, test } from 'vitest'
import { missingVersions, versionInWords } from './missing-versions.ts'

const DATE = '2026-01-12'
const version = (number: number, date = DATE) => ({ date, session: 'AM' as const, classId: '3b', version: number })
const words = (...args: Parameters<typeof missingVersions>) => missingVersions(...args).map(versionInWords)
const LONG_AGO = { begins: '2025-09-01' }

test('a day whose register versions are all evidence lacks nothing', () => {
  expect(words([version(2)], [version(1), version(2)], LONG_AGO)).toEqual([])
})

test.each([
  ['the first', [version(2)], ['2026-01-12 AM 3b, version 1']],
  ['the last', [version(1)], ['2026-01-12 AM 3b, version 2']],
  ['all', [], ['2026-01-12 AM 3b, version 1', '2026-01-12 AM 3b, version 2']],
])('%s that is missing is named', (_, kept, missing) => {
  expect(words([version(2)], kept, LONG_AGO)).toEqual(missing)
})

test('a gap below a version that came later is found without asking the record', () => {
  expect(words([], [version(1), version(3)], LONG_AGO)).toEqual(['2026-01-12 AM 3b, version 2'])
})

test('on the day on which a school’s evidence begins, versions saved before are not missed; those after are', () => {
  const begins = { begins: DATE }
  expect(words([version(5)], [version(4), version(5)], begins)).toEqual([])
  expect(words([version(5)], [version(3), version(5)], begins)).toEqual(['2026-01-12 AM 3b, version 4'])
  expect(words([version(5)], [], begins)).toEqual([])
})
