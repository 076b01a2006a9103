import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['test', 'shared', 'functions']

const named = new Set(
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, folder, path)),
  )
    .filter((path) => path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'Case (\d+): /g)].map(([, number]) => Number(number))),
)
const listed = [...readFileSync(join(import.meta.dirname, 'README.md'), 'utf8').matchAll(/^\| (\d+) \|/gm)].map(
  ([, number]) => Number(number),
)

test('every case of the list has a test that begins with its number, and no test has a number that is not on the list', () => {
  expect(listed).toHaveLength(50)
  expect([...named].toSorted((one, other) => one - other)).toEqual(listed)
})
