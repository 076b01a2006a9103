/** Writes the pages that are made from the code: `npm run docs`. A test fails when they are stale. */
import { writeFileSync } from 'node:fs'
import { extractsPage } from './extracts-page.ts'
import { rulesPage } from './rules-page.ts'

writeFileSync(new URL('rules.md', import.meta.url), rulesPage())
writeFileSync(new URL('extracts.md', import.meta.url), extractsPage())
console.log('Wrote docs/rules.md and docs/extracts.md')
