/**
 * Where a file stops being JSON, by line and column, and whether it gives one name two values. `JSON.parse` often leaves out the
 * place, and silently keeps the last of two equal names, so that a value somebody wrote would not be in force.
 */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly what: string
}

interface Stop {
  readonly at: number
  readonly what: string
}
/** How far a part was read, or where reading had to stop. */
type Read = number | Stop

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\]|\\.)*"/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const past = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
const skip = (text: string, at: number): number => past(SPACE, text, at) ?? at
const found = (text: string, at: number): string => (at < text.length ? `“${text.charAt(at)}”` : 'the end of the file')

/** Reads the parts of a list or an object up to its closing bracket; `part` reads one of them. */
const parts = (text: string, from: number, close: string, part: (at: number) => Read): Read => {
  let at = skip(text, from)
  if (text.charAt(at) === close) return at + 1
  for (;;) {
    const read = part(at)
    if (typeof read !== 'number') return read
    at = skip(text, read)
    if (text.charAt(at) === close) return at + 1
    if (text.charAt(at) !== ',') return { at, what: `expected a comma or “${close}” but found ${found(text, at)}` }
    const comma = at
    at = skip(text, at + 1)
    if (text.charAt(at) === close) return { at: comma, what: `there is a comma too many before “${close}”` }
  }
}

const member =
  (text: string, names: Set<string>) =>
  (at: number): Read => {
    const named = past(STRING, text, at)
    if (named === undefined) return { at, what: `expected a name in double quotes but found ${found(text, at)}` }
    const name = text.slice(at, named)
    if (names.has(name)) return { at, what: `${name} is given twice` }
    names.add(name)
    const colon = skip(text, named)
    if (text.charAt(colon) !== ':')
      return { at: colon, what: `expected a colon after ${name} but found ${found(text, colon)}` }
    return value(text, skip(text, colon + 1))
  }

const value = (text: string, at: number): Read => {
  const next = text.charAt(at)
  if (next === '{') return parts(text, at + 1, '}', member(text, new Set()))
  if (next === '[') return parts(text, at + 1, ']', (inner) => value(text, inner))
  return past(next === '"' ? STRING : PLAIN, text, at) ?? { at, what: `expected a value but found ${found(text, at)}` }
}

/** The first fault of a JSON text, or `undefined`. Lines and columns count from 1. */
export const jsonFault = (text: string): JsonFault | undefined => {
  const read = value(text, skip(text, 0))
  const end = typeof read === 'number' ? skip(text, read) : read
  if (end === text.length) return undefined
  const stop = typeof end === 'number' ? { at: end, what: `expected nothing more but found ${found(text, end)}` } : end
  const before = text.slice(0, stop.at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what: stop.what }
}
