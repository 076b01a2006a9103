/** `staff.csv` and `agencies.csv`: who works here, and who works with a pupil. */
import { STAFF_ROLES } from '../../academies/policy.ts'
import type { Agency, AgencyKind, PupilKey, StaffMember } from '../domain/people.ts'
import type { Cells } from './cells.ts'
import { classIdOf } from './class-id.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import type { SchoolFile } from './school-file.ts'
import type { FileProblem } from './table.ts'

const optional = <Name extends string, T>(name: Name, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>)

/** From when and until when; an end before its beginning is wrong. */
const span = (cells: Cells) => {
  const from = cells.date('from')
  const until = cells.date('until')
  if (from !== undefined && until !== undefined && until < from)
    cells.wrong('until', 'is before the first date.', 'Correct one of the two dates.')
  return { ...optional('from', from), ...optional('until', until) }
}

/** Classes are separated by semicolons or commas; by spaces where that gives classes of the roll and the whole is none. */
const readClasses = (text: string | undefined, known: ReadonlySet<string>): readonly string[] =>
  (text ?? '')
    .split(/[;,|]+/)
    .filter((name) => name.trim() !== '')
    .flatMap((name) => {
      const whole = classIdOf(name.trim())
      const apart = name.trim().split(/\s+/).map(classIdOf)
      return !known.has(whole) && apart.every((id) => known.has(id)) ? apart : [whole]
    })

export interface StaffFile extends ParsedFile<StaffMember> {
  /** What a person should look at, although nothing is refused. */
  readonly warnings: readonly FileProblem[]
}

/** Parses staff. `classes` are the ids of the classes on the roll, where there is one: a name that is none of them is a warning. */
export const parseStaff = (given: SchoolFile, context: { readonly classes?: readonly string[] } = {}): StaffFile => {
  const known = new Set(context.classes)
  const ids = new Set<string>()
  const covers: { line: number; of: string }[] = []
  const warnings: FileProblem[] = []
  const file = parseFile('staff', given, (cells): StaffMember => {
    const staffId = cells.id('staffId') ?? ''
    if (staffId !== '' && ids.has(staffId)) cells.wrong('staffId', 'stands twice.', 'Keep one row per member of staff.')
    ids.add(staffId)
    const classes = readClasses(cells.text('classes', 1000), known)
    if (known.size > 0 && classes.some((id) => !known.has(id)))
      warnings.push({
        line: cells.line,
        column: 'classes',
        what: 'names a class that is not on the roll.',
        remedy: 'Spell it as in the roll; until then this person cannot take its register.',
      })
    const coversFor = cells.id('coversFor', false)
    if (coversFor !== undefined) covers.push({ line: cells.line, of: coversFor })
    return {
      staffId,
      name: cells.required('name'),
      role: cells.oneOf('role', STAFF_ROLES) ?? 'teacher',
      classes,
      ...optional('email', cells.text('email')),
      ...optional('mobile', cells.phone('mobile', 'mobile')),
      ...span(cells),
      ...optional('coversFor', coversFor),
    }
  })
  const unknown = covers
    .filter(({ of }) => !ids.has(of))
    .map(({ line }) => ({
      line,
      column: 'coversFor',
      what: 'is no staffId of this file.',
      remedy: 'Use the staffId of the colleague.',
    }))
  const problems = [...file.problems, ...unknown].toSorted((one, other) => one.line - other.line)
  return { ...file, problems, warnings }
}

const MOST_OF_A_PUPIL = 30

const AGENCIES: readonly AgencyKind[] = ['social-worker', 'youth-offending', 'virtual-school', 'early-help']

export const parseAgencies = (
  given: SchoolFile,
  keys: ReadonlyMap<string, PupilKey>,
): ParsedFile<{ pupil: PupilKey; agency: Agency }> => {
  const counts = new Map<string, number>()
  return parseFile('agencies', given, (cells) => {
    const pupilId = cells.required('pupilId')
    const pupil = keys.get(pupilId)
    if (pupil === undefined && pupilId !== '')
      cells.wrong('pupilId', 'is not on the roll.', 'Import the roll first, or take the row out.')
    counts.set(pupilId, (counts.get(pupilId) ?? 0) + 1)
    if (counts.get(pupilId) === MOST_OF_A_PUPIL + 1)
      cells.wrong('pupilId', `has more than ${MOST_OF_A_PUPIL} agencies.`, 'Keep those that work with the pupil now.')
    return {
      pupil: pupil ?? '',
      agency: {
        kind: cells.oneOf('kind', AGENCIES) ?? 'social-worker',
        name: cells.required('name'),
        ...optional('phone', cells.phone('phone', 'any')),
        ...optional('email', cells.text('email')),
        ...span(cells),
      },
    }
  })
}
