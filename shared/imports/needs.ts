import type { ImportedFile } from './columns.ts'

/** The columns that a file of each kind must have. */
export const NEEDS: Readonly<Record<ImportedFile, readonly string[]>> = {
  roll: ['pupilId', 'forename', 'surname', 'dateOfBirth', 'yearGroup', 'class', 'admitted'],
  contacts: ['pupilId', 'priority', 'name', 'relationship'],
  staff: ['staffId', 'name', 'role'],
  agencies: ['pupilId', 'kind', 'name'],
  marks: ['date', 'session', 'class', 'pupilId', 'code'],
  calendar: ['date', 'kind'],
}
