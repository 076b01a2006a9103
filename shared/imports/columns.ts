/** The columns of a file as they are compared. */
import { COLUMNS, type ImportedFile } from '../domain/imports/file-columns.ts'
import { canonicalColumn } from './column-name.ts'

export { COLUMNS, type ImportedFile } from '../domain/imports/file-columns.ts'

/** The columns of a file as they are compared. */
export const columnsOf = (file: ImportedFile): ReadonlySet<string> =>
  new Set(COLUMNS[file].split(' ').map(canonicalColumn))
