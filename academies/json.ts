/** Values of a policy file, and their paths. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const pathOf = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('.')

/** Every value that is not an object, with its path; a list is one value. */
export const leaves = (value: Json, path = ''): readonly (readonly [string, Json])[] =>
  isObject(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, pathOf(path, key))) : [[path, value]]

/** The path, or one above it. */
export const isWithin = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`)

/** One spelling for equal values: keys sorted, no spaces. */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`)
    .join(',')}}`
}
