/** The shipped policies, read once for the tests that decide by them. */
import { readFileSync } from 'node:fs'
import { PolicySchema } from '../../academies/policy.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const over = (base: unknown, own: unknown): unknown =>
  isObject(base) && isObject(own)
    ? Object.fromEntries(
        [...new Set([...Object.keys(base), ...Object.keys(own)])].map((key) => [
          key,
          key in own ? over(base[key], own[key]) : base[key],
        ]),
      )
    : own
const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../academies/${name}.json`, import.meta.url), 'utf8'))
const load = (academy: string) => {
  const trust = read('trust')
  const own = read(academy)
  return PolicySchema.parse({
    ...(over(trust.policy, own.policy) as object),
    sources: { ...(trust.sources as object), ...(own.sources as object) },
  })
}

export const springbankPolicy = load('springbank')
export const hilltopPolicy = load('hilltop')
