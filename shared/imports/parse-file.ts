/** Reads a file of one kind: its header first, then row by row. */
import { type Cells, readCells } from './cells.ts'
import { COLUMNS, columnsOf, type ImportedFile } from './columns.ts'
import { renameColumns } from './mapping.ts'
import { type CsvRow, canonicalColumn, type FileProblem, readRows } from './table.ts'

export interface ParsedFile<Row> {
  readonly rows: readonly Row[]
  readonly problems: readonly FileProblem[]
  /** How many rows the file has. */
  readonly count: number
}

/** A school without agencies says so with a header alone; these without rows are an export that failed. */
const NEVER_EMPTY: readonly ImportedFile[] = ['roll', 'contacts', 'marks']

const headerProblems = (
  file: ImportedFile,
  needs: readonly string[],
  columns: readonly string[],
): readonly FileProblem[] => {
  const known = columnsOf(file)
  const spelt = new Map(COLUMNS[file].split(' ').map((name) => [canonicalColumn(name), name]))
  const twice = [...new Set(columns.filter((column, index) => known.has(column) && columns.indexOf(column) < index))]
  return [
    ...needs
      .filter((column) => !columns.includes(canonicalColumn(column)))
      .map((column) => ({ line: 1, column, what: 'is missing.', remedy: 'Add the column to the header row.' })),
    ...twice.map((column) => ({
      line: 1,
      column: spelt.get(column) ?? column,
      what: 'stands twice in the header row.',
      remedy: 'Keep one of the two columns.',
    })),
  ]
}

/** A row with a problem gives no value; every problem is kept. `needs` are the columns that must be there. */
export const parseFile = <Row>(
  file: ImportedFile,
  bytes: Uint8Array,
  needs: readonly string[],
  read: (cells: Cells) => Row | undefined,
): ParsedFile<Row> => {
  const problems: FileProblem[] = []
  const rows: Row[] = []
  let count = 0
  let headerIsWrong = false
  const unreadable = readRows(bytes, (header) => {
    const columns = renameColumns(header, columnsOf(file))
    problems.push(...headerProblems(file, needs, columns))
    headerIsWrong = problems.length > 0
    const take = (row: CsvRow): void => {
      count++
      if (headerIsWrong) return
      const before = problems.length
      const value = read(readCells(row, problems))
      if (value !== undefined && problems.length === before) rows.push(value)
    }
    return { columns, read: take }
  })
  if (unreadable !== undefined) return { rows: [], problems: [unreadable], count: 0 }
  if (count === 0 && !headerIsWrong && NEVER_EMPTY.includes(file)) {
    const what = 'The file has no rows under its header.'
    return { rows, problems: [{ line: 1, column: '', what, remedy: 'Export the file again.' }], count }
  }
  return { rows, problems, count }
}
