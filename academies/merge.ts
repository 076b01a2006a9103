/**
 * Inheritance: objects merge by key, lists replace whole, what the trust has locked stays, `null` is an error. An academy can say
 * something else than its trust, never nothing.
 */
import { asObject, isObject, isWithin, type Json, type JsonObject, leaves, pathOf } from './json.ts'
import type { PolicyProblem } from './problem.ts'

const over = (trust: Json | undefined, own: Json | undefined): Json => {
  if (own === undefined) return trust ?? {}
  if (!isObject(trust) || !isObject(own)) return own
  const keys = [...new Set([...Object.keys(trust), ...Object.keys(own)])]
  return Object.fromEntries(
    keys.map((key) => [
      key,
      over(Object.hasOwn(trust, key) ? trust[key] : undefined, Object.hasOwn(own, key) ? own[key] : undefined),
    ]),
  )
}

const nullPaths = (value: Json, path = ''): readonly string[] => {
  if (value === null) return [path]
  if (Array.isArray(value)) return value.flatMap((inner, index) => nullPaths(inner, pathOf(path, String(index))))
  return isObject(value) ? Object.entries(value).flatMap(([key, inner]) => nullPaths(inner, pathOf(path, key))) : []
}

/** Nothing may be null, in either file. */
export const nulls = (value: Json, file: string): readonly PolicyProblem[] =>
  nullPaths(value).map((field) => ({
    file,
    field,
    what: 'is null.',
    remedy:
      file === 'trust.json'
        ? 'Give a value, or take the line out.'
        : 'Give a value, or take the line out so that the trust’s value holds.',
  }))

/** A locked path locks all below it, and cannot be replaced from above either. */
const forbidden = (own: Json, locked: readonly string[], file: string): readonly PolicyProblem[] =>
  leaves(own)
    .map(([path]) => path)
    .filter((path) => locked.some((lock) => isWithin(path, lock) || isWithin(lock, path)))
    .map((field) => ({
      file,
      field,
      what: 'is locked by trust.json: every academy has the trust’s value.',
      remedy: 'Take the line out, or ask the Trust to take the path off its "locked" list.',
    }))

/** The academy's own values laid over its trust's. `file` names the academy's file in problems. */
export const mergePolicy = (
  trust: JsonObject,
  own: JsonObject,
  locked: readonly string[],
  file: string,
): { readonly merged: JsonObject; readonly problems: readonly PolicyProblem[] } => ({
  merged: asObject(over(trust, own)),
  problems: [...nulls(trust, 'trust.json'), ...nulls(own, file), ...forbidden(own, locked, file)],
})
