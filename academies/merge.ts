/**
 * Inheritance: objects merge by key, lists replace whole, what the trust has locked stays, `null` is an error. An academy can say
 * something else than its trust, never nothing.
 */
import { isObject, isWithin, type Json, type JsonObject, leaves, pathOf } from './json.ts'
import type { PolicyProblem } from './problem.ts'

const over = (trust: Json | undefined, own: Json | undefined): Json => {
  if (own === undefined) return trust ?? {}
  if (!isObject(trust) || !isObject(own)) return own
  const keys = [...new Set([...Object.keys(trust), ...Object.keys(own)])]
  return Object.fromEntries(keys.map((key) => [key, over(trust[key], own[key])]))
}

const nulls = (value: Json, path = ''): readonly string[] => {
  if (value === null) return [path]
  if (Array.isArray(value)) return value.flatMap((inner, index) => nulls(inner, pathOf(path, String(index))))
  return isObject(value) ? Object.entries(value).flatMap(([key, inner]) => nulls(inner, pathOf(path, key))) : []
}

/** The academy's own values laid over its trust's. `file` names the academy's file in problems. */
export const mergePolicy = (
  trust: JsonObject,
  own: JsonObject,
  locked: readonly string[],
  file: string,
): { readonly merged: JsonObject; readonly problems: readonly PolicyProblem[] } => {
  const empty = nulls(own).map((field) => ({
    file,
    field,
    what: 'is null.',
    remedy: 'Give a value, or take the line out so that the trust’s value holds.',
  }))
  const forbidden = leaves(own)
    .map(([path]) => path)
    .filter((path) => locked.some((lock) => isWithin(path, lock) || isWithin(lock, path)))
    .map((field) => ({
      file,
      field,
      what: 'is locked by trust.json.',
      remedy: 'Take it out, or ask the Trust to unlock it.',
    }))
  const merged = over(trust, own)
  return { merged: isObject(merged) ? merged : {}, problems: [...empty, ...forbidden] }
}
