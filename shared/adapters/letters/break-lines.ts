/** Breaks a text into lines as a good typist would: a number stays with what it counts, and no word ends a paragraph alone. */

/** A space at which no line ends. */
const HOLDS = '\u00a0'

const isCount = (unit: string): boolean => /^\d{1,3}$/.test(unit)
const isDay = (unit: string): boolean => /^\d{1,2}\u00a0\p{L}+$/u.test(unit)
const isOutcode = (unit: string): boolean => /^[A-Z]{1,2}\d[A-Z\d]?$/.test(unit)

const belongTogether = (before: string, word: string): boolean =>
  (isCount(before) && /^\p{L}/u.test(word)) ||
  (isDay(before) && /^\d{4}(?!\d)/.test(word)) ||
  (isOutcode(before) && /^\d[A-Z]{2}(?![A-Z\d])/.test(word))

/** What stands in one line where there is room: a word, or "9 sessions", "16 January 2026", "NG99 1AB". */
export const unitsOf = (text: string): readonly string[] => {
  const units: string[] = []
  for (const word of text.split(/[ \t\n]+/).filter((each) => each !== '')) {
    const before = units.at(-1)
    if (before !== undefined && belongTogether(before, word)) units[units.length - 1] = before + HOLDS + word
    else units.push(word)
  }
  return units
}

/** The same, with words of several parts, as long surnames are, in their parts. */
export const partsOf = (text: string): readonly string[] => unitsOf(text).flatMap((unit) => unit.split(/(?<=-)/))

export interface Measures {
  /** What a line has room for. */
  readonly most: number
  /** Of a word, in the unit of `most`. */
  width(word: string): number
}

/** The longest beginning of a word that fits, at least one letter; up to a hyphen where it has one. */
const cut = (word: string, { most, width }: Measures): string => {
  const letters = [...word]
  let count = 1
  while (count < letters.length && width(letters.slice(0, count + 1).join('')) <= most) count++
  const head = letters.slice(0, count).join('')
  const atHyphen = head.slice(0, head.lastIndexOf('-') + 1)
  return head === word || atHyphen === '' ? head : atHyphen
}

/** Takes a word down to a last line of one word, where the line above keeps two. */
const accompanied = (lines: readonly (readonly string[])[], fits: (line: readonly string[]) => boolean) => {
  const [above = [], last = []] = lines.slice(-2)
  const longer = [...above.slice(-1), ...last]
  const isAlone = lines.length > 1 && last.length === 1 && above.length > 2
  return isAlone && fits(longer) ? [...lines.slice(0, -2), above.slice(0, -1), longer] : lines
}

/** The lines of a text; a word too long for a line is cut. */
export const breakLines = (text: string, measures: Measures): readonly string[] => {
  const { most, width } = measures
  const space = width(' ')
  const wide = (line: readonly string[]): number =>
    line.reduce((sum, word) => sum + width(word), 0) + space * Math.max(0, line.length - 1)
  const lines: string[][] = []
  let line: string[] = []
  const end = () => {
    if (line.length > 0) lines.push(line)
    line = []
  }
  const words = unitsOf(text).flatMap((unit) => (width(unit) <= most ? [unit] : unit.split(HOLDS)))
  for (const word of words) {
    if (line.length > 0 && wide([...line, word]) > most) end()
    let rest = word
    while (line.length === 0 && width(rest) > most) {
      const head = cut(rest, measures)
      if (head === rest) break
      lines.push([head])
      rest = rest.slice(head.length)
    }
    line.push(rest)
  }
  end()
  return accompanied(lines, (longer) => wide(longer) <= most).map((each) => each.join(' '))
}
