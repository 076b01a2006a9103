import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PolicySchema } from './policy.ts'

const FOLDER = join(import.meta.dirname, 'releases')
const REMEDY =
  'a school whose policy was published by this release could not read it after an update, and its day would stop: give a value that is new a default in its schema'

/** A policy as each release published it, once and for all: `<version>.json`. */
test.each(readdirSync(FOLDER))('a policy that %s published is still in force after an update', (file) => {
  const published = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
  expect(PolicySchema.safeParse(published).error?.issues ?? [], REMEDY).toEqual([])
})

test('a policy of the release that is being made is kept for those that come after', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'))
  expect(readdirSync(FOLDER)).toContain(`${version}.json`)
})
