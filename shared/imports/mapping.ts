/**
 * Column names of other systems' exports, mapped to ours. The presets are unconfirmed: no real export was at hand, so a school checks
 * them with its first file. A column of our own name always wins; of several names for one column, the one listed first.
 */
import { canonicalColumn } from './table.ts'

type Preset = Readonly<Record<string, string>>

/** Bromcom: `Mark` may be the school's own display mark, `ExportMark` is the statutory one, so it comes first. */
const BROMCOM: Preset = {
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

const ARBOR: Preset = {
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

const SIMS: Preset = {
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

const OURS = [BROMCOM, ARBOR, SIMS].flatMap((preset) =>
  Object.entries(preset).map(([theirs, ours]) => [canonicalColumn(theirs), canonicalColumn(ours)] as const),
)

/** Their names by ours, for the columns of this file that are not there under our own name. */
const renamedIn = (columns: readonly string[], known: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const renamed = new Map<string, string>()
  const taken = new Set(columns)
  for (const [theirs, ours] of OURS) {
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
