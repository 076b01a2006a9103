/** Every column that Firstbell reads, by file. All others are ignored. */
import { canonicalColumn } from './column-name.ts'

const columns = <const T extends Record<string, string>>(lists: T): T => lists

export const COLUMNS = columns({
  roll: 'pupilId upn forename surname preferredName dateOfBirth sex yearGroup class admitted left fsm senStatus eal lookedAfter socialWorker youngCarer ethnicity alert',
  contacts:
    'contactId pupilId priority name relationship parentalResponsibility livesWith hasCare mobile landline email language address1 address2 address3 address4 postcode addressConfidential textsAllowed lettersAllowed noContact courtRestriction courtRef courtUntil',
  staff: 'staffId name role email mobile classes from until coversFor',
  agencies: 'pupilId kind name phone email from until',
  marks: 'date session class pupilId code minutesLate comment',
  calendar: 'date kind note',
})

export type ImportedFile = keyof typeof COLUMNS

/** The columns of a file as they are compared. */
export const columnsOf = (file: ImportedFile): ReadonlySet<string> =>
  new Set(COLUMNS[file].split(' ').map(canonicalColumn))
