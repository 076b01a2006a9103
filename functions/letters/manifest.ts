/** The list that goes with a batch: what lies where in the pile, to whom, so that the office can check and sign it off. */

import { csvText } from '../../shared/domain/csv-text.ts'

export interface ManifestLine {
  readonly reference: string
  readonly kind: string
  readonly pupilId: string
  readonly to: readonly string[]
  readonly pages: number
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
  return csvText([head, ...rows])
}
