/**
 * What stands between the cells of a row: a comma (RFC 4180); a semicolon where a spreadsheet of another country saved the file; a tab in
 * what some systems call CSV. The header row says which.
 */

export type Separator = ',' | ';' | '\t'

export interface Separated {
  /** The file without the line that names its separator; lines are counted as before. */
  readonly text: string
  readonly by: Separator
}

/** What spreadsheets write, and understand, before the header. */
const NAMED = /^"?sep=([,;\t])"?\1*(?=\n|$)/i

const isSeparator = (text: string | undefined): text is Separator => text === ',' || text === ';' || text === '\t'

/**
 * The separator of a header: a comma wherever one stands outside quotes, so that no file with commas is read otherwise than it was; else
 * the more frequent of semicolon and tab.
 */
const ofHeader = (text: string): Separator => {
  const found = { ';': 0, '\t': 0 }
  let quoted = false
  let isBlankCell = true
  let isBlankLine = true
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (quoted) {
      if (character === '"' && text[index + 1] === '"') index++
      else if (character === '"') quoted = false
      continue
    }
    if (character === ',') return ','
    if (character === '\n' && !isBlankLine) break
    if (character === ';' || character === '\t') {
      found[character]++
      isBlankCell = true
    } else if (character === '"' && isBlankCell) {
      quoted = true
      isBlankCell = false
    } else if (character?.trim() !== '') isBlankCell = false
    isBlankLine &&= isBlankCell && character !== ';'
  }
  if (found[';'] === 0 && found['\t'] === 0) return ','
  return found['\t'] > found[';'] ? '\t' : ';'
}

/** How the cells of a file are separated. Line ends are `\n`, and there is no mark of order at its beginning. */
export const separated = (text: string): Separated => {
  const [line = '', named] = NAMED.exec(text) ?? []
  return isSeparator(named) ? { text: text.slice(line.length), by: named } : { text, by: ofHeader(text) }
}

/** Whether a header that misses columns has more of them between signs that are not read as separators. */
export const isOtherwiseSeparated = (header: readonly string[]): boolean => {
  const line = header.join(',')
  return [';', '\t', '|'].some((sign) => line.split(sign).length > header.length)
}

export const SEPARATED_OTHERWISE = {
  what: 'The columns are not separated by commas, or a name in the header row has a comma in it.',
  remedy: 'Save the file as CSV with commas, semicolons or tabs between the columns, and no comma in a column’s name.',
} as const
