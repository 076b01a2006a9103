/** Reads a file of one kind: its header first, then row by row. */
import { type Cells, readCells } from './cells.ts'
import type { ImportedFile } from './columns.ts'
import { NEEDS } from './needs.ts'
import { openHeader } from './open-header.ts'
import { asMapped, type SchoolFile } from './school-file.ts'
import { type FileProblem, readRows } from './table.ts'

export interface ParsedFile<Row> {
  readonly rows: readonly Row[]
  readonly problems: readonly FileProblem[]
  /** How many rows the file has; marks, where a row holds several. */
  readonly count: number
  /** The mapping that the file was read by. */
  readonly mapping?: string
}

/** A school without agencies says so with a header alone; these without rows are an export that failed. */
const NEVER_EMPTY: readonly ImportedFile[] = ['roll', 'contacts', 'marks']

/** A row of many sessions that has one wrong cell says so once. */
const once = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.length < 2 ? problems : [...new Map(problems.map((each) => [`${each.column} ${each.what}`, each])).values()]

/** A row with a problem gives no value; every problem is kept. */
export const parseFile = <Row>(
  kind: ImportedFile,
  file: SchoolFile,
  read: (cells: Cells) => Row | undefined,
): ParsedFile<Row> => {
  const mapped = asMapped(file)
  const problems: FileProblem[] = []
  const rows: Row[] = []
  let count = 0
  let headerIsWrong = false
  let mapping: string | undefined
  const unreadable = readRows(mapped.bytes, (header) => {
    const opened = openHeader(kind, mapped, NEEDS[kind], header)
    mapping = opened.mapping?.id
    problems.push(...opened.problems)
    headerIsWrong = problems.length > 0
    return (cells, line) => {
      const ofRow: FileProblem[] = []
      for (const row of opened.rows(cells, line)) {
        count++
        if (headerIsWrong) continue
        const before = ofRow.length
        const value = read(readCells(row, ofRow))
        if (value !== undefined && ofRow.length === before) rows.push(value)
      }
      problems.push(...once(ofRow))
    }
  })
  if (unreadable !== undefined) return { rows: [], problems: [unreadable], count: 0 }
  const by = mapping === undefined ? {} : { mapping }
  if (count === 0 && !headerIsWrong && NEVER_EMPTY.includes(kind)) {
    const what = 'The file has no rows under its header.'
    return { rows, problems: [{ line: 1, column: '', what, remedy: 'Export the file again.' }], count, ...by }
  }
  return { rows, problems, count, ...by }
}
