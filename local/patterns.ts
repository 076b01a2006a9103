/** Event patterns as Lambda and EventBridge read them: every field named must match one of its alternatives. */

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const matchesOne = (rule: unknown, value: unknown): boolean => {
  if (!isRecord(rule)) return rule === value
  if ('exists' in rule) return rule.exists === (value !== undefined)
  if ('prefix' in rule) return typeof value === 'string' && value.startsWith(String(rule.prefix))
  if ('suffix' in rule) return typeof value === 'string' && value.endsWith(String(rule.suffix))
  if ('anything-but' in rule) {
    const barred = rule['anything-but']
    if (isRecord(barred)) return value !== undefined && !matchesOne(barred, value)
    return value !== undefined && !(Array.isArray(barred) ? barred : [barred]).includes(value)
  }
  throw new Error(`The local stack does not know the filter ${Object.keys(rule).join()}. Add it to local/patterns.ts.`)
}

/** True when the event has what the pattern asks for. Throws on a kind of filter that is not known here. */
export const matches = (pattern: unknown, event: unknown): boolean => {
  if (!isRecord(pattern)) return false
  return Object.entries(pattern).every(([field, rule]) => {
    if (field === '$or') return Array.isArray(rule) && rule.some((alternative) => matches(alternative, event))
    const value = isRecord(event) ? event[field] : undefined
    if (!Array.isArray(rule)) return matches(rule, value)
    const values = Array.isArray(value) ? value : [value]
    return rule.some((alternative) => values.some((one) => matchesOne(alternative, one)))
  })
}
