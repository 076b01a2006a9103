/**
 * Column names of other systems' exports, mapped to ours. The presets are unconfirmed: no real export was at hand, so a school checks
 * them with its first file. A column of our own name always wins.
 */
import { type CsvTable, canonicalColumn } from './table.ts'

const PRESETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bromcom: {
    'person id': 'pupilId',
    'pupil id': 'pupilId',
    'legal first name': 'forename',
    'preferred first name': 'preferredName',
    'legal last name': 'surname',
    'tutor group': 'class',
    dob: 'dateOfBirth',
    'export mark': 'code',
  },
  arbor: {
    'arbor student id': 'pupilId',
    'student id': 'pupilId',
    'legal first name': 'forename',
    'legal last name': 'surname',
    'registration form': 'class',
    'date of birth': 'dateOfBirth',
    mark: 'code',
  },
  sims: {
    'admission number': 'pupilId',
    'legal forename': 'forename',
    'legal surname': 'surname',
    'reg group': 'class',
    reg: 'class',
    year: 'yearGroup',
    dob: 'dateOfBirth',
    mark: 'code',
  },
}

const OURS = new Map(
  Object.values(PRESETS).flatMap((preset) =>
    Object.entries(preset).map(([theirs, ours]) => [canonicalColumn(theirs), canonicalColumn(ours)] as const),
  ),
)

/** The table with other systems' names replaced by ours, where ours are not there already. */
export const renameColumns = (table: CsvTable): CsvTable => {
  const renamed = new Map(
    table.columns.flatMap((column) => {
      const ours = OURS.get(column)
      return ours === undefined || table.columns.includes(ours) ? [] : [[column, ours] as const]
    }),
  )
  if (renamed.size === 0) return table
  const name = (column: string): string => renamed.get(column) ?? column
  return {
    columns: table.columns.map(name),
    rows: table.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [name(column), cell])),
    })),
  }
}
