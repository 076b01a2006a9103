import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const ROW = /^\| (?<rule>[^|]+) \| [^|]+ \| (?<file>\S+\.test\.ts) \| (?<name>[^|]+) \|$/gm

const rules = [...readFileSync(join(import.meta.dirname, 'penalty-rules.md'), 'utf8').matchAll(ROW)].map(
  ({ groups }) => ({ rule: groups?.rule ?? '', file: groups?.file ?? '', name: groups?.name ?? '' }),
)

test('the list of the rules of penalty notices is read whole', () => {
  const rows = readFileSync(join(import.meta.dirname, 'penalty-rules.md'), 'utf8').match(/^\| (?!rule )/gm) ?? []
  expect(rules).toHaveLength(rows.length)
  expect(rules.length).toBeGreaterThan(30)
})

test.each(rules)('the test of this rule is there: $rule', ({ file, name }) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(`test('${name}'`)
})
