/** Rows that a recipient does not take, as they are typed: one on a line, its number and then why. */
export interface Rejected {
  readonly row: number
  readonly because: string
}

/** The rows, or the first line that cannot be read. Empty lines say nothing. */
export const readRejected = (text: string): readonly Rejected[] | { readonly line: string } => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => {
    const [, row, because] = /^(\d{1,7})[\s:,.–-]+(.+)$/.exec(line) ?? []
    return row === undefined || because === undefined ? line : { row: Number(row), because }
  })
  const wrong = read.find((each) => typeof each === 'string')
  return wrong === undefined ? read.filter((each) => typeof each !== 'string') : { line: wrong }
}
