/** A school read from files as an academy hands them over, checked row by row as the import checks them. Only the marks must be there. */
import type { Policy } from '../../academies/policy.ts'
import { isSchoolDay } from '../domain/calendar.ts'
import type { PupilKey } from '../domain/people.ts'
import type { LocalDate } from '../domain/time.ts'
import { FILES } from '../imports/files.ts'
import type { FileProblem } from '../imports/table.ts'
import { makeSchool } from './make-school.ts'
import type { RehearsedSchool } from './school.ts'
import { supposedContacts, supposedDates, supposedRoll, supposedStaff } from './supposed-files.ts'
import { type Survey, surveyMarks } from './survey.ts'

export const SCHOOL_FILES = ['marks', 'roll', 'contacts', 'staff', 'agencies', 'calendar'] as const
export type SchoolFile = (typeof SCHOOL_FILES)[number]
export type FilesOfSchool = { readonly marks: Uint8Array } & { readonly [File in SchoolFile]?: Uint8Array | undefined }

export interface NamedProblem extends FileProblem {
  readonly file: SchoolFile
}

export type SchoolRead =
  | { readonly school: RehearsedSchool; readonly supposed: readonly string[] }
  | { readonly problems: readonly NamedProblem[] }

export interface Asked {
  readonly policy: Policy
  /** Dates before and after it are left out. */
  readonly from?: LocalDate | undefined
  readonly until?: LocalDate | undefined
}

/** After every date that was: nothing in a file of last year is still to come. */
const NEVER: LocalDate = '9999-12-31'

/** What stands in the answer for each file that was not given. */
const SUPPOSED: Readonly<Partial<Record<SchoolFile, string>>> = {
  roll: 'No roll was given: everybody in the marks is on the roll from the first mark to the last, of compulsory school age unless marked X, and nobody is vulnerable.',
  contacts:
    'No contacts were given: every child has one parent of their own, who lives with them and may be texted and written to. Brothers and sisters do not share a text.',
  staff: 'No staff were given: one person with a mobile has each duty.',
  calendar: 'No calendar was given: days with marks are school days, all others are not.',
  agencies: 'No agencies were given: no social worker or other agency has to be told of anybody.',
}

type Take = <Parsed extends { readonly problems: readonly FileProblem[] }>(file: SchoolFile, parsed: Parsed) => Parsed

const valuesOf = <T>(
  rows: readonly { readonly pupil: PupilKey; readonly value: T }[],
): ReadonlyMap<PupilKey, readonly T[]> =>
  new Map([...Map.groupBy(rows, ({ pupil }) => pupil)].map(([key, of]) => [key, of.map(({ value }) => value)]))

/** Who is there, from the files or supposed. */
const readPeople = (files: FilesOfSchool, survey: Survey, policy: Policy, take: Take) => {
  const first = survey.dates[0] ?? NEVER
  const roll = take(
    'roll',
    FILES.roll(files.roll ?? supposedRoll(survey.pupils, policy, first), {
      today: NEVER,
      previousKeys: {},
      generation: 1,
    }),
  )
  const keys = new Map(roll.rows.map(({ pupilId, key }) => [pupilId, key]))
  const contacts = take(
    'contacts',
    FILES.contacts(files.contacts ?? supposedContacts([...keys.keys()]), { keys, previousIds: {}, generation: 1 }),
  )
  const staff = take('staff', FILES.staff(files.staff ?? supposedStaff(), {}))
  const agencies = files.agencies && take('agencies', FILES.agencies(files.agencies, keys))
  const contactsOf = valuesOf(contacts.rows.map(({ pupil, contact }) => ({ pupil, value: contact })))
  const agenciesOf = valuesOf((agencies?.rows ?? []).map(({ pupil, agency }) => ({ pupil, value: agency })))
  return {
    classes: roll.classes,
    staff: staff.rows,
    pupils: roll.rows.map((pupil) => ({
      ...pupil,
      contacts: contactsOf.get(pupil.key) ?? [],
      agencies: agenciesOf.get(pupil.key) ?? [],
    })),
  }
}

/** Reads a school, or says of every row that is wrong where it stands, why, and what to do. */
export const readSchool = (files: FilesOfSchool, { policy, from = '', until = NEVER }: Asked): SchoolRead => {
  const problems: NamedProblem[] = []
  const take: Take = (file, parsed) => {
    problems.push(...parsed.problems.map((problem) => ({ file, ...problem })))
    return parsed
  }
  const survey = surveyMarks(files.marks)
  // Rows that are wrong are named when they are read against the roll.
  if (survey.dates.length === 0) return { problems: take('marks', survey) && problems }
  const people = readPeople(files, survey, policy, take)
  const calendar = files.calendar && take('calendar', FILES.calendar(files.calendar))
  if (problems.length > 0) return { problems }
  const listed = calendar
    ? Object.fromEntries(calendar.rows.map(({ date, ...rest }) => [date, rest]))
    : supposedDates(survey.dates)
  const marks = take(
    'marks',
    FILES.marks(files.marks, {
      today: NEVER,
      pupils: new Map(people.pupils.map((pupil) => [pupil.pupilId, pupil])),
      isOpen: (date) => isSchoolDay({ listed, terms: [] }, date),
    }),
  )
  if (problems.length > 0) return { problems }
  const wanted = marks.rows.filter(({ date }) => from <= date && date <= until)
  const { school, moved } = makeSchool({ ...people, listed }, wanted)
  const missing = SCHOOL_FILES.flatMap((file) => (files[file] === undefined ? (SUPPOSED[file] ?? []) : []))
  return { school, supposed: [...missing, ...moved] }
}
