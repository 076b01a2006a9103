/** Values of a policy by their paths, and a draft as the values that would be others. */
import type { Json, SchemaNode } from '../../events/api/policy.ts'

type JsonObject = Readonly<Record<string, Json>>

export const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path; lists are entered by index. */
export const valueAt = (value: Json | undefined, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (inner, part) => (Array.isArray(inner) ? inner[Number(part)] : isObject(inner) ? inner[part] : undefined),
    value,
  )

/** The same with another value at a path. */
export const withAt = (value: Json, [part, ...rest]: readonly string[], becomes: Json): Json => {
  if (part === undefined) return becomes
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === part ? withAt(each, rest, becomes) : each))
  const own = isObject(value) ? value : {}
  return { ...own, [part]: withAt(own[part] ?? {}, rest, becomes) }
}

export const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other ?? null))

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(value[key] ?? null)]),
  )
}

/** What is to be others, by path: `brake.classShare`. */
export type Edits = Readonly<Record<string, Json>>

/** Edits as the academy's file would say them: nested, lists whole. */
export const asOwn = (edits: Edits): JsonObject =>
  Object.entries(edits).reduce<Json>((own, [path, value]) => withAt(own, path.split('.'), value), {}) as JsonObject // an object all the way

/** The values with the edits in them. */
export const edited = (values: Json, edits: Edits): Json =>
  Object.entries(edits).reduce((all, [path, value]) => withAt(all, path.split('.'), value), values)

/** `amCloses` as "Am closes"; `register-close` as "Register close". */
export const labelOf = (key: string): string => {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, (_all, end: string, next: string) => `${end} ${next.toLowerCase()}`)
    .replace(/([a-z])(\d)/g, '$1 $2')
  const spaced = words.replaceAll('-', ' ')
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`
}

/** A new entry of a list, to be filled in. */
export const emptyOf = (node: SchemaNode): Json => {
  if (node.const !== undefined) return node.const
  if (node.enum !== undefined) return node.enum[0] ?? ''
  switch (node.type) {
    case 'object':
      return Object.fromEntries(Object.entries(node.properties ?? {}).map(([key, inner]) => [key, emptyOf(inner)]))
    case 'array':
      return node.items && (node.minItems ?? 0) > 0 ? [emptyOf(node.items)] : []
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return Math.max(0, node.minimum ?? 0)
    default:
      return ''
  }
}

/** As a person reads it. */
export const sayValue = (value: Json | undefined): string => {
  if (value === undefined || value === null) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map(sayValue).join(value.some(isObject) ? '; ' : ', ')
  if (isObject(value)) return Object.values(value).map(sayValue).join(' ')
  return String(value)
}
