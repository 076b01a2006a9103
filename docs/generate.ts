/** Writes the pages that are made from the code: `npm run docs`. A test fails when they are stale. */
import { writeFileSync } from 'node:fs'
import { rulesPage } from './rules-page.ts'

writeFileSync(new URL('rules.md', import.meta.url), rulesPage())
console.log('Wrote docs/rules.md')
