import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { EXTRACTS } from '../../shared/domain/extracts/registry.ts'
import { verdictOf } from './figures.ts'
import { makeEverything } from './make-everything.ts'
import type { Asked } from './maker.ts'
import { measureTrust } from './measure.ts'
import { keepProgress, type Progress, readProgress } from './progress.ts'
import { newTable, type School } from './trust.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstbell-extracts-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FROM = '2026-05-11'
const small: School = { academy: 'half', pupils: 30, from: FROM }
const large: School = { academy: 'academy-1', pupils: 60, from: FROM }

const make = async ({ what, academy, place }: Asked) => ({
  ...(await makeEverything(what, academy, place)),
  megabytes: 100,
})

test('a trust loaded in bulk has every extract and the reports of the end of a year, and reads grow with its pupils', async () => {
  const endpoint = inject('ddbEndpoint')
  const table = `extracts-${crypto.randomUUID()}`
  await newTable(endpoint, table)
  const file = join(folder, 'progress.json')
  const place = { endpoint, table, folder: join(folder, 'files') }
  const schools = [small, large]
  // Stopped half way, and taken up again.
  let asked: string[] = []
  const stopped = measureTrust(schools, [], {
    place,
    make: async (each) => {
      asked.push(`${each.what} ${each.academy}`)
      if (asked.length > 2) throw new Error('Stopped')
      return make(each)
    },
    keep: (progress) => keepProgress(file, progress),
  })
  await expect(stopped).rejects.toThrow('Stopped')
  const before: Progress = readProgress(file)
  asked = []
  const measured = await measureTrust(schools, before, {
    place,
    make: (each) => {
      asked.push(`${each.what} ${each.academy}`)
      return make(each)
    },
    keep: (progress) => keepProgress(file, progress),
  })
  expect(asked).toEqual(['extracts academy-1', 'reports academy-1'])
  expect(readProgress(file)).toEqual(measured)

  const [, ...academies] = measured
  for (const { parts } of academies) {
    expect(parts.extracts?.rows).toBeGreaterThan(50)
    // A trust whose analysts see names is a policy of its own.
    expect(parts.extracts?.kinds.toSorted()).toEqual(
      EXTRACTS.map(({ id }) => id)
        .filter((id) => id !== 'trust-attendance-named')
        .toSorted(),
    )
    expect(parts.reports?.kinds).toEqual(expect.arrayContaining(['class-sheet', 'governors', 'weekly', 'year']))
    expect(parts.extracts?.bytes).toBeGreaterThan(5_000)
    expect(parts.reports?.bytes).toBeGreaterThan(100_000)
  }
  const { isFine, lines } = verdictOf(academies, measured.slice(0, 1))
  expect([isFine, lines.at(-1)]).toEqual([true, 'Within memory, and reads grow with pupils.'])
})

test('a process that is too large, or reads that grow faster than pupils, are said', () => {
  const part = { made: 1, kinds: ['absence'], rows: 1, bytes: 1, seconds: 1, megabytes: 100, reads: 100, writes: 1 }
  const academy = (reads: number, megabytes: number) => ({
    academy: 'a',
    pupils: 100,
    marks: 1,
    parts: { extracts: { ...part, reads, megabytes }, reports: part },
  })
  const small = [{ ...academy(50, 100), pupils: 50, parts: { extracts: { ...part, reads: 50 }, reports: part } }]
  expect(verdictOf([academy(100, 100)], small).isFine).toBe(true)
  expect(verdictOf([academy(120, 100)], small).isFine).toBe(false)
  expect(verdictOf([academy(100, 513)], small).isFine).toBe(false)
})
