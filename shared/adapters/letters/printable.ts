import { unprintable } from './runs.ts'

/** What no font of ours has, a smiling face in a reply, is told by its number: nothing is left out and nothing is a box. */
const printable = (text: string): string => {
  const odd = new Set(unprintable(text))
  return odd.size === 0
    ? text
    : [...text]
        .map((letter) => (odd.has(letter) ? `[U+${letter.codePointAt(0)?.toString(16).toUpperCase()}]` : letter))
        .join('')
}

/** The same of every text in a value. */
export const printableAll = <T>(value: T): T => {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(printableAll) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, printableAll(member)])) as T
}
