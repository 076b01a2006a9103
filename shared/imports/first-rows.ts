/** The first rows of a file, for a look at what it holds; the whole file is read by `table.ts`. */
import { separated } from './separator.ts'

export interface FirstRows {
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

/** Reads so many rows of CSV text (RFC 4180), cells trimmed; what follows, or is broken off, is left out. */
export const readFirstRows = (text: string, most: number): FirstRows => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.some((each) => each !== '')) rows.push(row)
    row = []
  }
  const { text: plain, by } = separated(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'))
  for (let index = 0; index < plain.length && rows.length <= most; index++) {
    const character = plain[index] ?? ''
    if (quoted && character === '"' && plain[index + 1] === '"') {
      cell += '"'
      index++
    } else if (quoted) {
      if (character === '"') quoted = false
      else cell += character
    } else if (character === '"' && cell.trim() === '') quoted = true
    else if (character === by) endCell()
    else if (character === '\n') endRow()
    else cell += character
  }
  if (rows.length <= most && !quoted && (cell !== '' || row.length > 0)) endRow()
  const [header = [], ...samples] = rows
  return { header, samples: samples.slice(0, most) }
}
