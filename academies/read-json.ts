/** One file of the policy folder as the JSON object it must be, or a problem that says where it is not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, type Json, type JsonObject } from './json.ts'
import { jsonFault } from './json-fault.ts'
import type { PolicyProblem } from './problem.ts'

/** `file` is relative to the folder, and named so in the problem. */
export const readJson = (
  folder: string,
  file: string,
): { readonly value: JsonObject; readonly problems: readonly PolicyProblem[] } => {
  const problem = (what: string, remedy: string) => ({ value: {}, problems: [{ file, field: '', what, remedy }] })
  let text: string
  try {
    text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return problem('cannot be read.', `Put ${file} into the folder academies, readable.`)
  }
  const fault = jsonFault(text)
  if (fault) {
    return problem(
      `is not in order at line ${fault.line}, column ${fault.column}: ${fault.what}.`,
      'Correct that place.',
    )
  }
  try {
    const value: Json = JSON.parse(text)
    return isObject(value)
      ? { value, problems: [] }
      : problem('is not in curly brackets.', 'Write {"policy": {...}, "sources": {...}}.')
  } catch {
    return problem('holds text with a line break or tab in it.', 'Write \\n or \\t inside double quotes.')
  }
}
