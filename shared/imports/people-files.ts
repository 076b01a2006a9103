/** `staff.csv` and `agencies.csv`: who works here, and who works with a pupil. */
import { STAFF_ROLES } from '../../academies/policy.ts'
import type { Agency, AgencyKind, PupilKey, StaffMember } from '../domain/people.ts'
import { classIdOf } from './class-id.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'

const optional = <Name extends string, T>(name: Name, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>)

/** Classes are separated by semicolons or commas. */
const readClasses = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[;,|]+/).flatMap((name) => (name.trim() === '' ? [] : [classIdOf(name.trim())]))

export const parseStaff = (bytes: Uint8Array): ParsedFile<StaffMember> => {
  const ids = new Set<string>()
  return parseFile(bytes, ['staffId', 'name', 'role'], (cells): StaffMember => {
    const staffId = cells.id('staffId') ?? ''
    if (ids.has(staffId)) cells.wrong('staffId', 'stands twice.', 'Keep one row per member of staff.')
    ids.add(staffId)
    return {
      staffId,
      name: cells.required('name'),
      role: cells.oneOf('role', STAFF_ROLES) ?? 'teacher',
      classes: readClasses(cells.text('classes')),
      ...optional('email', cells.text('email')),
      ...optional('mobile', cells.phone('mobile', 'mobile')),
      ...optional('from', cells.date('from')),
      ...optional('until', cells.date('until')),
      ...optional('coversFor', cells.id('coversFor', false)),
    }
  })
}

const AGENCIES: readonly AgencyKind[] = ['social-worker', 'youth-offending', 'virtual-school', 'early-help']

export const parseAgencies = (
  bytes: Uint8Array,
  keys: ReadonlyMap<string, PupilKey>,
): ParsedFile<{ pupil: PupilKey; agency: Agency }> =>
  parseFile(bytes, ['pupilId', 'kind', 'name'], (cells) => {
    const pupilId = cells.required('pupilId')
    const pupil = keys.get(pupilId)
    if (pupil === undefined && pupilId !== '')
      cells.wrong('pupilId', 'is not on the roll.', 'Import the roll first, or take the row out.')
    return {
      pupil: pupil ?? '',
      agency: {
        kind: cells.oneOf('kind', AGENCIES) ?? 'social-worker',
        name: cells.required('name'),
        ...optional('phone', cells.phone('phone', 'any')),
        ...optional('email', cells.text('email')),
        ...optional('from', cells.date('from')),
        ...optional('until', cells.date('until')),
      },
    }
  })
