/** The differences between a file and what is live, for each kind of file but marks, which are compared register by register. */
import {
  type Difference,
  type Differences,
  differencesBetween,
  type Fields,
} from '../../shared/domain/imports/differences.ts'
import type { Agency, Contact, Pupil, StaffMember } from '../../shared/domain/people.ts'
import type { ListedDate } from '../../shared/imports/calendar-file.ts'
import type { RollPupil } from '../../shared/imports/roll.ts'

type Value = string | number | boolean | undefined | readonly string[]

const flat = (value: Value): string =>
  value === undefined
    ? ''
    : typeof value === 'boolean'
      ? value
        ? 'Y'
        : 'N'
      : typeof value === 'object'
        ? value.join('; ')
        : String(value)

/** What has no value is left out, as it is where it stands. */
const fields = (values: Readonly<Record<string, Value>>): Fields =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, flat(value)]])),
  )

const ofPupil = ({ key: _key, moved: _moved, pupilId: _id, classId, flags, ...rest }: RollPupil): Fields =>
  fields({ ...rest, class: classId, flags: flags.toSorted() })

/** The roll as it is and as it would be. */
export const rollChanges = (before: readonly Pupil[], after: readonly RollPupil[]): Differences =>
  differencesBetween(
    new Map(before.map(({ contacts: _contacts, agencies: _agencies, ...pupil }) => [pupil.pupilId, ofPupil(pupil)])),
    new Map(after.map((pupil) => [pupil.pupilId, ofPupil(pupil)])),
  )

const WHERE = ['address', 'postcode', 'landline'] as const
const HIDDEN = '(confidential)'

/** Where somebody lives who must not be found is not said, only that it changes. */
const withoutAddress = (row: Difference): Difference => ({
  ...row,
  fields: Object.fromEntries(
    Object.entries(row.fields).map(([name, { was, now }]) => [
      name,
      WHERE.some((each) => each === name)
        ? { ...(was === undefined ? {} : { was: HIDDEN }), ...(now === undefined ? {} : { now: HIDDEN }) }
        : { ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) },
    ]),
  ),
})

/** Contacts as they are and as they would be. `idOf` gives the pupil id of a key. */
export const contactChanges = (
  before: readonly Pupil[],
  after: readonly { readonly pupil: string; readonly contact: Contact }[],
  idOf: (key: string) => string,
): Differences => {
  const had = before.flatMap(({ key, contacts }) => contacts.map((contact) => ({ pupil: key, contact })))
  const nameOf = ({ pupil, contact }: { pupil: string; contact: Contact }) => `${idOf(pupil)} ${contact.contactId}`
  const hidden = new Set([...had, ...after].filter(({ contact }) => contact.addressConfidential).map(nameOf))
  const ofContact = ({ contact: { contactId: _id, ...rest } }: { contact: Contact }): Fields => fields(rest)
  const { counts, rows } = differencesBetween(
    new Map(had.map((each) => [nameOf(each), ofContact(each)])),
    new Map(after.map((each) => [nameOf(each), ofContact(each)])),
  )
  return { counts, rows: rows.map((row) => (hidden.has(row.of) ? withoutAddress(row) : row)) }
}

/** Agencies as they are and as they would be. */
export const agencyChanges = (
  before: readonly Pupil[],
  after: readonly { readonly pupil: string; readonly agency: Agency }[],
  idOf: (key: string) => string,
): Differences => {
  const had = before.flatMap(({ key, agencies }) => agencies.map((agency) => ({ pupil: key, agency })))
  const byName = (all: readonly { pupil: string; agency: Agency }[]): ReadonlyMap<string, Fields> =>
    new Map(
      [...Map.groupBy(all, ({ pupil, agency }) => `${idOf(pupil)} ${agency.kind} ${agency.name}`)].flatMap(
        ([of, same]) =>
          same.map(({ agency }, index) => [index === 0 ? of : `${of} ${index + 1}`, fields({ ...agency })] as const),
      ),
    )
  return differencesBetween(byName(had), byName(after))
}

/** Staff as they are and as they would be. */
export const staffChanges = (before: readonly StaffMember[], after: readonly StaffMember[]): Differences => {
  const byId = (all: readonly StaffMember[]): ReadonlyMap<string, Fields> =>
    new Map(all.map(({ staffId, ...rest }) => [staffId, fields({ ...rest })]))
  return differencesBetween(byId(before), byId(after))
}

type Listed = Readonly<Record<string, Omit<ListedDate, 'date'>>>

/** Listed dates as they are and as they would be. */
export const calendarChanges = (before: Listed, after: Listed): Differences => {
  const byDate = (all: Listed): ReadonlyMap<string, Fields> =>
    new Map(Object.entries(all).map(([date, rest]) => [date, fields({ ...rest })]))
  return differencesBetween(byDate(before), byDate(after))
}
