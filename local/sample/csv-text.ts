/** Writes rows as CSV (RFC 4180): CRLF, and quotes only where a cell needs them. */

export type Cell = string | number | boolean | undefined

const written = (cell: Cell): string => {
  if (cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'Y' : 'N'
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A file with these columns in this order; flags become Y or N, what is absent stays blank. */
export const csvText = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, Cell>>>[],
): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => written(row[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('')
