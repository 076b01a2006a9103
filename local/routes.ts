/** Which route of the HTTP API an address belongs to: whole addresses before those with parts, these before `{proxy+}` and `$default`. */

export interface RoutePattern {
  readonly key: string
  readonly match: (method: string, path: string) => Readonly<Record<string, string>> | undefined
  readonly weight: number
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Reads a route key such as `PUT /academies/{academy}/registers/{date}`. */
export const routePattern = (key: string): RoutePattern => {
  if (key === '$default') return { key, match: () => ({}), weight: 0 }
  const [method = '', template = ''] = key.split(' ')
  const wanted = template.split('/').slice(1)
  const greedy = wanted.at(-1)?.endsWith('+}') ?? false
  const literals = wanted.filter((part) => !part.startsWith('{')).length
  return {
    key,
    weight: (greedy ? 1000 : 100_000) + literals * 10 + (method === 'ANY' ? 0 : 1),
    match(asked, path) {
      const parts = path.split('/').slice(1)
      if (method !== 'ANY' && method !== asked) return undefined
      if (greedy ? parts.length < wanted.length : parts.length !== wanted.length) return undefined
      const found: Record<string, string> = {}
      for (const [index, part] of wanted.entries()) {
        const given = parts[index] ?? ''
        if (part.endsWith('+}')) found[part.slice(1, -2)] = parts.slice(index).map(decoded).join('/')
        else if (part.startsWith('{')) found[part.slice(1, -1)] = decoded(given)
        else if (part !== given) return undefined
        if (part.startsWith('{') && given === '') return undefined
      }
      return found
    },
  }
}

/** The route for a request and the parts of its address, or `undefined`. */
export const findRoute = (patterns: readonly RoutePattern[], method: string, path: string) => {
  for (const pattern of patterns.toSorted((one, other) => other.weight - one.weight)) {
    const parameters = pattern.match(method, path)
    if (parameters) return { key: pattern.key, parameters }
  }
  return undefined
}
