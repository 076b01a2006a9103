import { type Cells, readCells } from './cells.ts'
import { renameColumns } from './mapping.ts'
import { canonicalColumn, type FileProblem, readTable } from './table.ts'

export interface ParsedFile<Row> {
  readonly rows: readonly Row[]
  readonly problems: readonly FileProblem[]
  /** How many rows the file has. */
  readonly count: number
}

/** Reads a file row by row. A row with a problem gives no value; every problem is kept. */
export const parseFile = <Row>(
  bytes: Uint8Array,
  needs: readonly string[],
  read: (cells: Cells) => Row | undefined,
): ParsedFile<Row> => {
  const opened = readTable(bytes)
  if ('problem' in opened) return { rows: [], problems: [opened.problem], count: 0 }
  const table = renameColumns(opened)
  const missing = needs.filter((column) => !table.columns.includes(canonicalColumn(column)))
  if (missing.length > 0) {
    const problems = missing.map((column) => ({
      line: 1,
      column,
      what: 'is missing.',
      remedy: 'Add the column to the header row.',
    }))
    return { rows: [], problems, count: table.rows.length }
  }
  // A school without agencies or staff says so with a header alone; a roll or a register without rows is a failed export.
  if (table.rows.length === 0 && needs.includes('class')) {
    const problem = {
      line: 1,
      column: '',
      what: 'The file has no rows under its header.',
      remedy: 'Export the file again.',
    }
    return { rows: [], problems: [problem], count: 0 }
  }
  const problems: FileProblem[] = []
  const rows: Row[] = []
  for (const row of table.rows) {
    const before = problems.length
    const value = read(readCells(row, problems))
    if (value !== undefined && problems.length === before) rows.push(value)
  }
  return { rows, problems, count: table.rows.length }
}
