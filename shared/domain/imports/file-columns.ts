/** Every column that Firstbell reads, by file, in the order in which a school would look for it. All others are ignored. */

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

/** The columns of a file by name. */
export const columnNames = (file: ImportedFile): readonly string[] => COLUMNS[file].split(' ')
