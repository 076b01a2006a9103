/** Policy folders for tests: the shipped files, with something changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { lookAtPolicies } from '../load.ts'
import type { PolicyProblem } from '../problem.ts'

export const SHIPPED = fileURLToPath(new URL('..', import.meta.url))

// biome-ignore lint/suspicious/noExplicitAny: a test changes any value of a file to any other.
type File = any

/** A copy of the shipped files in which `change` has altered one; its path. */
export const folderWith = (changes: Readonly<Record<string, (file: File) => void>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'firstbell-policy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const file of ['trust.json', 'springbank.json', 'hilltop.json']) cpSync(join(SHIPPED, file), join(folder, file))
  for (const [file, change] of Object.entries(changes)) {
    const value = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    change(value)
    writeFileSync(join(folder, file), JSON.stringify(value))
  }
  return folder
}

/** The problems of the shipped files with one file altered. */
export const problemsWith = (file: string, change: (value: File) => void): readonly PolicyProblem[] =>
  lookAtPolicies(folderWith({ [file]: change })).problems
