/** The list that goes with a batch: what lies where in the pile, to whom, so that the office can check and sign it off. */

export interface ManifestLine {
  readonly reference: string
  readonly kind: string
  readonly pupilId: string
  readonly to: readonly string[]
  readonly pages: number
}

/** A cell that a spreadsheet would take for a formula is made plain text. */
const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** CSV with a line for each letter in the order of the print; `first page` counts in the whole file. */
export const manifestCsv = (lines: readonly ManifestLine[]): string => {
  let page = 1
  const rows = lines.map(({ reference, kind, pupilId, to, pages }, index) => {
    const first = page
    page += pages
    return [String(index + 1), String(first), String(pages), reference, kind, pupilId, to.join(', ')]
  })
  const head = ['number', 'first page', 'pages', 'reference', 'letter', 'pupilId', 'to']
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
