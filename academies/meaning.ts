/** What a field of the policy is for, in the words of its description: for messages, and for the page that explains the file. */
import * as z from 'zod'
import { asObject, isObject, type Json } from './json.ts'
import { PolicySchema } from './policy.ts'

/** The JSON Schema of a policy, each field described. */
export const policyShape: Json = JSON.parse(JSON.stringify(z.toJSONSchema(PolicySchema, { io: 'input' })))

const below = (node: Json, part: string): Json | undefined => {
  const { properties, additionalProperties, items } = asObject(node)
  const named = asObject(properties)
  if (Object.hasOwn(named, part)) return named[part]
  if (/^\d+$/.test(part) && isObject(items)) return items
  return isObject(additionalProperties) ? additionalProperties : undefined
}

/** The description nearest to a path, or nothing. */
export const meaningOf = (path: string): string => {
  let node: Json = policyShape
  let meaning = ''
  for (const part of path.split('.')) {
    const next = below(node, part)
    if (next === undefined) return meaning
    node = next
    const { description } = asObject(node)
    if (typeof description === 'string') meaning = description
  }
  return meaning
}

/** The names that may stand below a path; for the whole policy when it is empty. */
export const namesBelow = (path: string): readonly string[] => {
  const parts = path === '' ? [] : path.split('.')
  const node = parts.reduce<Json | undefined>(
    (inner, part) => (inner === undefined ? undefined : below(inner, part)),
    policyShape,
  )
  return node === undefined ? [] : Object.keys(asObject(asObject(node).properties))
}
