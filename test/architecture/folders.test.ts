import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOG_CODES } from '../../shared/platform/log-codes.ts'
import { allSources, filesUnder, ROOT } from './sources.ts'

const folders = readdirSync(join(ROOT, 'functions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('every function', () => {
  test.each(folders)('%s has its wiring, its environment and a page about it', (folder) => {
    expect(filesUnder(`functions/${folder}`)).toEqual(
      expect.arrayContaining(['handler.ts', 'env.ts', 'README.md'].map((name) => `functions/${folder}/${name}`)),
    )
  })

  test.each(folders)('%s can be made for any world, and is made for AWS', (folder) => {
    const handler = allSources().find(({ path }) => path === `functions/${folder}/handler.ts`)
    expect(handler?.text).toMatch(/export const make\b/)
    expect(handler?.text).toMatch(/export const handler\b/)
  })
})

describe('the runbook', () => {
  const headings = new Set(
    [...readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8').matchAll(/^## (\w+)$/gm)].map(([, heading]) => heading),
  )

  test('has a heading for every log code that alarms', () => {
    const codes = Object.entries(LOG_CODES).flatMap(([code, entry]) => ('alarm' in entry ? [code] : []))
    expect(codes.filter((code) => !headings.has(code))).toEqual([])
  })

  test('has a heading for every alarm on functions, queues and streams', () => {
    const named = allSources()
      .filter(({ path, isTest }) => path.startsWith('infra/') && !isTest)
      .flatMap(({ text }) => [...text.matchAll(/heading: '(\w+)'/g)].map(([, heading]) => heading))
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((heading) => !headings.has(heading))).toEqual([])
  })
})
