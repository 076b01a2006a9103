/** What must never stand in a log line: names, numbers and addresses of the school's people, and what they wrote. */
import { type Child, mobile } from './people.ts'

/** A word this short is too common to be told from a code. */
const SHORTEST = 4

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}+]+/u).filter((word) => word.length >= SHORTEST)

/** Everything personal of these children and their families. */
export const personalWords = (pupils: readonly Child[], said: readonly string[]): readonly string[] => [
  ...new Set([
    ...pupils.flatMap(({ name = '', parents = [] }) => [
      ...wordsOf(name),
      ...parents.flatMap((parent) => [
        ...wordsOf(parent.name ?? ''),
        ...(parent.mobile
          ? [mobile(parent.mobile), parent.mobile.length > SHORTEST ? parent.mobile : mobile(parent.mobile).slice(3)]
          : []),
        ...Object.values(parent.more ?? {}).flatMap(wordsOf),
      ]),
    ]),
    ...said.filter((text) => text.length >= SHORTEST),
  ]),
]

/** Throws naming the code of the line, and not what it gave away. */
export const mustSayNothingOf = (personal: readonly string[], lines: readonly string[]): void => {
  for (const line of lines) {
    const given = personal.find((word) => line.includes(word))
    if (given === undefined) continue
    const [, code = 'a log line'] = /"code":"([A-Z_]+)"/.exec(line) ?? []
    throw new Error(`${code} gave away something personal (${given.length} letters beginning with ${given[0]})`)
  }
}
