/** What the header row of a file says: which column is which of ours, what is missing, and how its rows are read. */
import { type Mapping, SESSION_COLUMNS } from '../domain/imports/mapping.ts'
import { canonicalColumn } from './column-name.ts'
import { COLUMNS, columnsOf, type ImportedFile } from './columns.ts'
import { readSessionHeader } from './dates.ts'
import { renameColumns } from './presets.ts'
import { mappedReading, plainReading, type Reading } from './reading.ts'
import type { MappedFile } from './school-file.ts'
import { isOtherwiseSeparated, SEPARATED_OTHERWISE } from './separator.ts'
import { type CsvRow, cellsBy, type FileProblem } from './table.ts'

export interface OpenedHeader {
  readonly problems: readonly FileProblem[]
  /** The mapping that the file is read by. */
  readonly mapping?: Mapping
  /** A row of the file as rows of ours: several where it holds several sessions. */
  rows(cells: readonly string[], line: number): readonly CsvRow[]
}

/** A column that holds the marks of one session, by its place in the row. */
interface SessionColumn {
  readonly index: number
  readonly session: 'AM' | 'PM'
  readonly date?: string
  readonly reading: Reading
}

/** The columns of a mapping are all in this header. */
export const fits = (mapping: Mapping, header: readonly string[]): boolean => {
  const columns = new Set(header.map(canonicalColumn))
  return Object.keys(mapping.columns).every((theirs) => columns.has(canonicalColumn(theirs)))
}

/** The named mapping, or the kept one that knows most of this header's columns, the newest of those. */
const chosen = (file: MappedFile, header: readonly string[]): Mapping | undefined => {
  if (file.mapping) return file.mapping
  const knows = (mapping: Mapping): number => Object.keys(mapping.columns).length
  return file.kept
    .filter((mapping) => fits(mapping, header))
    .toSorted((one, other) => knows(other) - knows(one) || other.at.localeCompare(one.at))[0]
}

const mappedColumns = (mapping: Mapping, header: readonly string[]): readonly string[] => {
  const ours = new Map(
    Object.entries(mapping.columns).map(([theirs, name]) => [canonicalColumn(theirs), canonicalColumn(name)]),
  )
  const targets = new Set(ours.values())
  // A column that a person has mapped takes the place of one that merely has our name.
  return header.map((name) => {
    const column = canonicalColumn(name)
    return ours.get(column) ?? (targets.has(column) ? `not ${column}` : column)
  })
}

const onHeader = (column: string, what: string, remedy: string): FileProblem => ({ line: 1, column, what, remedy })

const notThere = (mapping: Mapping, header: readonly string[]): readonly FileProblem[] => {
  const columns = new Set(header.map(canonicalColumn))
  return Object.keys(mapping.columns)
    .filter((theirs) => !columns.has(canonicalColumn(theirs)))
    .map((theirs) =>
      onHeader(
        theirs,
        `is missing; the mapping ${mapping.id} of ${mapping.source} reads it.`,
        'Export the column, or change the mapping.',
      ),
    )
}

/** Our columns that the layout gives by itself, which the file therefore need not have. */
const GIVEN: Readonly<Record<Mapping['layout'], readonly string[]>> = {
  rows: [],
  'sessions-across': ['session', 'code'],
  'dates-across': ['date', 'session', 'code'],
}

const sessionColumns = (
  mapping: Mapping,
  header: readonly string[],
  columns: readonly string[],
  readingOf: (name: string) => Reading,
): readonly SessionColumn[] =>
  header.flatMap((name, index): readonly SessionColumn[] => {
    if (mapping.layout === 'sessions-across') {
      const session = SESSION_COLUMNS.find((each) => canonicalColumn(each) === columns[index])
      return session === undefined ? [] : [{ index, session, reading: readingOf(name) }]
    }
    const found = readSessionHeader(mapping.dates, name)
    return found === undefined ? [] : [{ index, ...found, reading: readingOf(name) }]
  })

const NO_SESSIONS: Readonly<Record<Mapping['layout'], string>> = {
  rows: '',
  'sessions-across': 'No column is mapped to AM or PM.',
  'dates-across': 'No column names a date and AM or PM, like 12/01/2026 AM.',
}

/** Opens a file of one kind. `needs` are the columns it must have, by our names. */
export const openHeader = (
  kind: ImportedFile,
  file: MappedFile,
  needs: readonly string[],
  header: readonly string[],
): OpenedHeader => {
  const mapping = chosen(file, header)
  const known = columnsOf(kind)
  const columns = mapping ? mappedColumns(mapping, header) : renameColumns(header.map(canonicalColumn), known)
  const names = new Map<string, string>()
  for (const [index, column] of columns.entries()) {
    const name = header[index] ?? ''
    // A name that only differs in its spelling is still ours, and our spelling is the one in the manual.
    if (known.has(column) && !names.has(column) && canonicalColumn(name) !== column) names.set(column, name)
  }
  const spelt = new Map(COLUMNS[kind].split(' ').map((name) => [canonicalColumn(name), name]))
  const layout = mapping?.layout ?? 'rows'
  const reading = mapping ? mappedReading(mapping, names) : plainReading(names)
  const across =
    mapping && layout !== 'rows'
      ? sessionColumns(mapping, header, columns, (name) => ({ ...reading, names: new Map([...names, ['code', name]]) }))
      : []
  const twice = [...new Set(columns.filter((column, index) => known.has(column) && columns.indexOf(column) < index))]
  const missing = needs.filter(
    (column) => !columns.includes(canonicalColumn(column)) && !GIVEN[layout].includes(column),
  )
  const problems =
    missing.length > 0 && isOtherwiseSeparated(header)
      ? [onHeader('', SEPARATED_OTHERWISE.what, SEPARATED_OTHERWISE.remedy)]
      : [
          ...(mapping ? notThere(mapping, header) : []),
          ...missing.map((column) =>
            onHeader(column, 'is missing.', 'Add the column to the header row, or keep a mapping that names yours.'),
          ),
          ...twice.map((column) =>
            onHeader(spelt.get(column) ?? column, 'stands twice in the header row.', 'Keep one of the two columns.'),
          ),
          ...(layout !== 'rows' && across.length === 0
            ? [onHeader('', NO_SESSIONS[layout], 'Export the marks again, or change the mapping.')]
            : []),
        ]
  return {
    problems,
    ...(mapping ? { mapping } : {}),
    rows: (cells, line) => {
      const ours = cellsBy(columns, cells)
      if (layout === 'rows') return [{ line, cells: ours, reading }]
      return across.map(({ index, session, date, reading: of }) => ({
        line,
        cells: { ...ours, session, code: cells[index] ?? '', ...(date === undefined ? {} : { date }) },
        reading: of,
      }))
    },
  }
}
