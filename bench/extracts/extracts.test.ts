import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { EXTRACTS } from '../../shared/domain/extracts/registry.ts'
import { verdictOf } from './figures.ts'
import { makeAsked } from './make-asked.ts'
import type { Asked } from './maker.ts'
import { measureAsked, measureTrust } from './measure.ts'
import { keepProgress, type Progress, readProgress, readShares, type Share } from './progress.ts'
import { newTable, type School } from './trust.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstbell-extracts-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FROM = '2026-05-11'
const small: School = { academy: 'half', pupils: 30, from: FROM }
const large: School = { academy: 'academy-1', pupils: 60, from: FROM }

const make = async (asked: Asked) => ({ ...(await makeAsked(asked)), megabytes: 100 })
const nameOf = (asked: Asked): string =>
  asked.what === 'trust' ? asked.academies.join(' and ') : `${asked.what} ${asked.academy}`

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
      asked.push(nameOf(each))
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
      asked.push(nameOf(each))
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

  // The small one stands for another academy of the trust.
  const trust = measured.toReversed()
  const sharesFile = join(folder, 'shares.json')
  asked = []
  const askedOnce = (before: readonly Share[]) =>
    measureAsked(trust, before, {
      place,
      make: (each) => {
        asked.push(nameOf(each))
        return make(each)
      },
      keep: (done) => keepProgress(sharesFile, done),
    })
  const shares = await askedOnce([])
  expect(asked).toEqual(['academy-1', 'academy-1 and half'])
  expect(await askedOnce(readShares(sharesFile))).toEqual(shares)
  expect(asked).toHaveLength(2)
  const [one, both] = shares
  expect(both?.part).toMatchObject({ kinds: ['overview', 'trust-attendance'], made: 2, rows: 90 })
  expect(one?.part.rows).toBe(60)
  // A smaller school costs more for each pupil; of one size they are held against each other below.
  expect(both?.part.reads).toBeGreaterThan(one?.part.reads ?? 0)
  const { isFine, lines } = verdictOf(academies, measured.slice(0, 1), shares.slice(0, 1))
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
  const shares = (reads: number, megabytes: number) => [
    { academies: 1, pupils: 100, part },
    { academies: 2, pupils: 200, part: { ...part, reads, megabytes } },
  ]
  expect(verdictOf([academy(100, 100)], small, shares(200, 100)).isFine).toBe(true)
  expect(verdictOf([academy(120, 100)], small, shares(200, 100)).isFine).toBe(false)
  expect(verdictOf([academy(100, 513)], small, shares(200, 100)).isFine).toBe(false)
  expect(verdictOf([academy(100, 100)], small, shares(240, 100)).isFine).toBe(false)
  expect(verdictOf([academy(100, 100)], small, shares(200, 513)).isFine).toBe(false)
})
