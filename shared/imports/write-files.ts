/**
 * What is live, written as the files that a school may import: the same columns in the same order, rows in an order of their own, so
 * that a file written, imported and written again has the same bytes.
 */

import { CODES } from '../domain/codes.ts'
import { csvText } from '../domain/csv-text.ts'
import type { Contact, Pupil, SchoolClass, StaffMember } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import type { ListedDate } from './calendar-file.ts'
import { COLUMNS, type ImportedFile } from './columns.ts'

type Row = Readonly<Record<string, string | number | undefined>>

const yes = (flag: boolean): string => (flag ? 'Y' : 'N')

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Rows sorted by the cells of some columns, under our columns. */
const fileOf = (file: ImportedFile, rows: readonly Row[], by: readonly string[]): string => {
  const columns = COLUMNS[file].split(' ')
  const key = (row: Row): string => by.map((column) => String(row[column] ?? '')).join('\u0000')
  const cells = rows
    .map((row) => ({ key: key(row), row }))
    .toSorted((one, other) => inOrder(one.key, other.key))
    .map(({ row }) => columns.map((column) => String(row[column] ?? '')))
  return csvText([columns, ...cells])
}

/** A class by the name that the roll gives it; its id is read as the same class. */
const naming = (classes: readonly SchoolClass[]): ((id: string) => string) => {
  const names = new Map(classes.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

export const writeRoll = (pupils: readonly Pupil[], classes: readonly SchoolClass[]): string => {
  const nameOf = naming(classes)
  const rows = pupils.map(
    ({ key: _key, moved: _moved, contacts: _contacts, agencies: _agencies, classId, flags, alert, ...pupil }): Row => {
      const has = (flag: Pupil['flags'][number]): string => yes(flags.includes(flag))
      return {
        ...pupil,
        class: nameOf(classId),
        fsm: has('fsm'),
        eal: has('eal'),
        lookedAfter: has('lookedAfter'),
        socialWorker: has('socialWorker'),
        youngCarer: has('youngCarer'),
        alert: alert ?? (flags.includes('alert') ? 'Y' : ''),
      }
    },
  )
  return fileOf('roll', rows, ['pupilId'])
}

/** Nobody is to be found by a file: where somebody lives whose address is confidential, or who is barred, is not written. */
export const livesUnsaid = (
  contact: Pick<Contact, 'addressConfidential' | 'noContact' | 'courtRestriction'>,
): boolean => contact.addressConfidential || contact.noContact || contact.courtRestriction

export const writeContacts = (pupils: readonly Pupil[]): string => {
  const rows = pupils.flatMap(({ pupilId, contacts }) =>
    contacts.map((contact): Row => {
      const { address = [], postcode, ...rest } = contact
      const [address1, address2, address3, address4] = livesUnsaid(contact) ? [] : address
      return {
        ...rest,
        pupilId,
        priority: String(contact.priority),
        parentalResponsibility: yes(contact.parentalResponsibility),
        livesWith: yes(contact.livesWith),
        hasCare: yes(contact.hasCare),
        addressConfidential: yes(contact.addressConfidential),
        textsAllowed: yes(contact.textsAllowed),
        lettersAllowed: yes(contact.lettersAllowed),
        noContact: yes(contact.noContact),
        courtRestriction: yes(contact.courtRestriction),
        address1,
        address2,
        address3,
        address4,
        postcode: livesUnsaid(contact) ? undefined : postcode,
      }
    }),
  )
  return fileOf('contacts', rows, ['pupilId', 'contactId'])
}

export const writeStaff = (staff: readonly StaffMember[], classes: readonly SchoolClass[]): string => {
  const nameOf = naming(classes)
  const named = (id: string): string => (/[;,|]/.test(nameOf(id)) ? id : nameOf(id))
  const rows = staff.map(({ classes: own, ...member }): Row => ({ ...member, classes: own.map(named).join('; ') }))
  return fileOf('staff', rows, ['staffId'])
}

export const writeAgencies = (pupils: readonly Pupil[]): string => {
  const rows = pupils.flatMap(({ pupilId, agencies }) => agencies.map((agency): Row => ({ pupilId, ...agency })))
  return fileOf('agencies', rows, ['pupilId', 'kind', 'name', 'from', 'phone', 'email'])
}

export const writeCalendar = (dates: readonly ListedDate[]): string =>
  fileOf(
    'calendar',
    dates.map((date): Row => ({ ...date })),
    ['date'],
  )

/** Marks of submitted registers. What closes the whole school is no mark of a pupil: the calendar and the closures say it. */
export const writeMarks = (
  registers: readonly Register[],
  pupilIds: ReadonlyMap<string, string>,
  classes: readonly SchoolClass[],
): string => {
  const nameOf = naming(classes)
  const rows = registers
    .filter(({ submitted }) => submitted)
    .flatMap(({ date, session, classId, marks }) =>
      Object.entries(marks).flatMap(([key, { code, minutesLate, note }]): readonly Row[] => {
        const pupilId = pupilIds.get(key)
        if (pupilId === undefined || CODES[code].wholeSchool) return []
        return [{ date, session, class: nameOf(classId), pupilId, code, minutesLate, comment: note }]
      }),
    )
  return fileOf('marks', rows, ['date', 'session', 'class', 'pupilId'])
}
