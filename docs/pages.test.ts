import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractsPage } from './extracts-page.ts'
import { rulesPage } from './rules-page.ts'

test('the page of clauses and rules says what the rules say (npm run docs writes it)', () => {
  expect(readFileSync(new URL('rules.md', import.meta.url), 'utf8')).toBe(rulesPage())
})

test('the page of extracts has every extract and every column as they are (npm run docs writes it)', () => {
  expect(readFileSync(new URL('extracts.md', import.meta.url), 'utf8')).toBe(extractsPage())
})
