import { expect, test } from 'vitest'
import { meaningOf, namesBelow } from './meaning.ts'

/** Every path of the schema that holds values and no further names; entries of a list are its `0`. */
const values = (path = ''): readonly string[] => {
  const inner = (under: string): readonly string[] => namesBelow(under).flatMap((name) => values(`${under}.${name}`))
  if (path === '') return namesBelow('').flatMap(values)
  const below = [...inner(path), ...inner(`${path}.0`)]
  return below.length > 0 ? below : [path]
}

test('each value of a policy is explained in a sentence of its own, not in that of its group', () => {
  const every = values()
  expect(every.length).toBeGreaterThan(100)
  for (const path of every) {
    expect(meaningOf(path), path).toMatch(/^[A-Z0-9].*\.$/)
    const above = path.slice(0, path.lastIndexOf('.'))
    if (above !== '') expect(meaningOf(path), path).not.toBe(meaningOf(above))
  }
})
