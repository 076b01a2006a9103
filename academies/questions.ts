/** What the written policy leaves open: every assumed value, and every question that a clause raises. */
import { isWithin, type Json, type JsonObject, leaves, valueAt } from './json.ts'
import type { Policy } from './policy.ts'
import { sourceOf } from './sources.ts'

export interface Question {
  /** The path that the source covers. */
  readonly field: string
  /** The value in a few words; empty when it is too long to say. */
  readonly value: string
  readonly ask: string
  /** Whose file says so. */
  readonly whose: 'academy' | 'trust'
  readonly kind: 'assumed' | 'clause'
}

const LONGEST = 60

/** A value in a few words, or nothing when it is too long for them. */
export const briefly = (value: Json | undefined): string => {
  if (typeof value === 'string') return value.length > LONGEST ? '' : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.some((each) => typeof each === 'object')) return ''
  const words = value.join(', ')
  return words.length > LONGEST ? '' : words === '' ? 'none' : words
}

/** The open questions of a merged policy. `ownSources` are the sources in the academy's own file. */
export const questions = (policy: Policy, ownSources: JsonObject): readonly Question[] => {
  const { sources, ...values } = policy
  const plain: Json = JSON.parse(JSON.stringify(values))
  const covered = leaves(plain).map(([path]) => path)
  return Object.entries(sources).flatMap(([field, source]): readonly Question[] => {
    const isUsed = covered.some((path) => isWithin(path, field) && sourceOf(sources, path) === source)
    const ask = 'assumed' in source ? source.assumed : source.question
    if (!isUsed || ask === undefined) return []
    return [
      {
        field,
        value: briefly(valueAt(plain, field)),
        ask,
        whose: Object.hasOwn(ownSources, field) ? 'academy' : 'trust',
        kind: 'assumed' in source ? 'assumed' : 'clause',
      },
    ]
  })
}
