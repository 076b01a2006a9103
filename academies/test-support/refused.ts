/** States that a change to Springbank's policy is refused, naming file, field and remedy. */
import { expect, test } from 'vitest'
import { valueAt } from '../json.ts'
import { problemsWith } from './folder.ts'

/** Sets the value at a path; parts on the way that the academy does not have yet are made. */
const setAt = (file: Record<string, unknown>, path: string, value: unknown): void => {
  const parts = path.split('.')
  const last = parts.pop() ?? path
  let inner: Record<string, unknown> = file
  for (const part of parts) {
    inner[part] ??= {}
    inner = inner[part] as Record<string, unknown>
  }
  inner[last] = value
}

// biome-ignore lint/suspicious/noExplicitAny: a test changes any value of a policy to any other.
type Change = (before: any) => unknown

export const refused = (
  statement: string,
  changes: Readonly<Record<string, unknown>>,
  problem: { readonly field: string; readonly what: RegExp; readonly remedy: RegExp },
): void =>
  test(`${statement} is refused, naming file, field and remedy`, () => {
    const problems = problemsWith('springbank.json', (file) => {
      for (const [path, value] of Object.entries(changes)) {
        const before = valueAt(file.policy, path)
        setAt(file.policy, path, typeof value === 'function' ? (value as Change)(before) : value)
        if (!Object.keys(file.sources).some((above) => path === above || path.startsWith(`${above}.`))) {
          file.sources[path] = { assumed: 'a test' }
        }
      }
    })
    expect(problems).toContainEqual({
      file: 'springbank.json',
      field: problem.field,
      what: expect.stringMatching(problem.what),
      remedy: expect.stringMatching(problem.remedy),
    })
  })
