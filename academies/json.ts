/** Values of a policy file, and their paths. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

export const pathOf = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('.')

/** Every value that is not an object, with its path; a list is one value, and so is an empty object. */
export const leaves = (value: Json, path = ''): readonly (readonly [string, Json])[] =>
  isObject(value) && (path === '' || Object.keys(value).length > 0)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, pathOf(path, key)))
    : [[path, value]]

/** The value at a path, `undefined` where the path names nothing. Lists are entered by index. */
export const valueAt = (value: Json | undefined, path: string): Json | undefined =>
  path
    .split('.')
    .reduce<Json | undefined>(
      (inner, part) =>
        Array.isArray(inner) ? inner[Number(part)] : isObject(inner) ? ownValue(inner, part) : undefined,
      value,
    )

const ownValue = (value: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined

/** The path, or one below it. */
export const isWithin = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`)

/** One spelling for equal values: keys sorted, no spaces. */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const pairs = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
