/** CSV read back (RFC 4180), so that what a spreadsheet would show is what is compared. */
export const csvRows = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const plain = text.replace(/^\uFEFF/, '')
  for (let at = 0; at < plain.length; at++) {
    const letter = plain[at] ?? ''
    if (isQuoted && letter === '"' && plain[at + 1] === '"') {
      cell += letter
      at++
    } else if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === ',') endCell()
    else if (!isQuoted && letter === '\n') {
      endCell()
      rows.push(row)
      row = []
    } else if (isQuoted || letter !== '\r') cell += letter
  }
  return rows
}

/** Rows below a header, each by the names of its columns. */
export const csvRecords = (text: string): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = csvRows(text)
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}
