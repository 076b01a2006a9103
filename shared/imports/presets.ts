/**
 * Column names of other systems' exports, mapped to ours. All are unconfirmed: no real export was at hand, so a school checks
 * them with its first file, and keeps a mapping of its own. A column of our own name always wins; of several names for one column,
 * the one listed first.
 */
import { canonicalColumn } from './column-name.ts'

type Columns = Readonly<Record<string, string>>

/** Bromcom: `Mark` may be the school's own display mark, `ExportMark` is the statutory one, so it comes first. */
const BROMCOM: Columns = {
  'export mark': 'code',
  'person id': 'pupilId',
  'pupil id': 'pupilId',
  'legal first name': 'forename',
  'preferred first name': 'preferredName',
  'legal last name': 'surname',
  'tutor group': 'class',
  dob: 'dateOfBirth',
  gender: 'sex',
  'admission date': 'admitted',
  'leaving date': 'left',
  'contact name': 'name',
  'contact priority': 'priority',
  'mobile phone': 'mobile',
  'home phone': 'landline',
  'late minutes': 'minutesLate',
}

const ARBOR: Columns = {
  'arbor student id': 'pupilId',
  'student id': 'pupilId',
  'legal first name': 'forename',
  'legal last name': 'surname',
  'registration form': 'class',
  'date of birth': 'dateOfBirth',
  'guardian name': 'name',
  'relationship to student': 'relationship',
  'mobile number': 'mobile',
  'landline number': 'landline',
  'email address': 'email',
  mark: 'code',
  'attendance mark': 'code',
  note: 'comment',
}

const SIMS: Columns = {
  'admission number': 'pupilId',
  adno: 'pupilId',
  'legal forename': 'forename',
  'legal surname': 'surname',
  'reg group': 'class',
  reg: 'class',
  year: 'yearGroup',
  doa: 'admitted',
  'date of admission': 'admitted',
  dol: 'left',
  'date of leaving': 'left',
  mobile: 'mobile',
  'home telephone': 'landline',
  'post code': 'postcode',
  mark: 'code',
  comments: 'comment',
}

/** Nobody has seen a real export of these systems yet: `confirmed` becomes true when a school's first file has been read by it. */
export const PRESETS = [
  { id: 'bromcom', source: 'Bromcom', confirmed: false, columns: BROMCOM },
  { id: 'arbor', source: 'Arbor', confirmed: false, columns: ARBOR },
  { id: 'sims', source: 'SIMS', confirmed: false, columns: SIMS },
] as const satisfies readonly {
  readonly id: string
  readonly source: string
  readonly confirmed: boolean
  readonly columns: Columns
}[]

/** Our column by the canonical spelling of theirs, in the order in which names are tried, with whose it is. */
export const PRESET_NAMES = PRESETS.flatMap(({ source, columns }) =>
  Object.entries(columns).map(([theirs, ours]) => ({ source, theirs: canonicalColumn(theirs), ours })),
)

/** Their names by ours, for the columns of this file that are not there under our own name. */
const renamedIn = (columns: readonly string[], known: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const renamed = new Map<string, string>()
  const taken = new Set(columns)
  for (const { theirs, ours: name } of PRESET_NAMES) {
    const ours = canonicalColumn(name)
    if (!known.has(ours) || known.has(theirs) || taken.has(ours) || !columns.includes(theirs)) continue
    renamed.set(theirs, ours)
    taken.add(ours)
  }
  return renamed
}

/** A header with other systems' names replaced by ours. `known` are the columns of the file. */
export const renameColumns = (columns: readonly string[], known: ReadonlySet<string>): readonly string[] => {
  const renamed = renamedIn(columns, known)
  return columns.map((column) => renamed.get(column) ?? column)
}
