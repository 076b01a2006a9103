/** `contacts.csv`: each adult as they stand towards each child. */
import { idOf, shortHash } from '../domain/ids.ts'
import type { Contact, PupilKey } from '../domain/people.ts'
import type { Cells } from './cells.ts'
import { contactIdentities, sharedMobiles } from './contact-identities.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import type { SchoolFile } from './school-file.ts'
import type { FileProblem } from './table.ts'

export interface ContactRow {
  readonly pupil: PupilKey
  readonly contact: Contact
}

export interface ContactsFile extends ParsedFile<ContactRow> {
  /** What a person should look at, although nothing is refused. */
  readonly warnings: readonly FileProblem[]
}

const MOST_OF_A_PUPIL = 30

const optional = <Name extends string, T>(name: Name, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>)

const readAddress = (cells: Cells): Pick<Contact, 'address'> => {
  const address = ['address1', 'address2', 'address3', 'address4'].flatMap((column) => cells.text(column) ?? [])
  return address.length > 0 ? { address } : {}
}

const readPriority = (cells: Cells): number => {
  const priority = cells.wholeNumber('priority')
  if (priority === undefined ? cells.text('priority') === undefined : priority < 1)
    cells.wrong('priority', 'is not 1 or more.', 'Number the contacts of a pupil from 1, the first to ring.')
  return priority ?? 1
}

/** Everything of the row but who it is. */
const readContact = (cells: Cells): Omit<Contact, 'contactId' | 'name' | 'mobile'> => ({
  priority: readPriority(cells),
  relationship: cells.required('relationship'),
  parentalResponsibility: cells.flag('parentalResponsibility', false),
  livesWith: cells.flag('livesWith', false),
  hasCare: cells.flag('hasCare', false),
  addressConfidential: cells.flag('addressConfidential', false),
  textsAllowed: cells.flag('textsAllowed', true),
  lettersAllowed: cells.flag('lettersAllowed', true),
  noContact: cells.flag('noContact', false),
  courtRestriction: cells.flag('courtRestriction', false),
  ...optional('landline', cells.phone('landline', 'any')),
  ...optional('email', cells.text('email')),
  ...optional('language', cells.text('language')),
  ...readAddress(cells),
  ...optional('postcode', cells.text('postcode')),
  ...optional('courtRef', cells.text('courtRef')),
  ...optional('courtUntil', cells.date('courtUntil')),
})

/** Complains of a pupil's second row for one contact, and of more contacts than a school may ask. */
const rowsOfPupils = () => {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  return (cells: Cells, pupilId: string, contactId: string, toldBy: string): void => {
    const once = `${pupilId} ${contactId}`
    if (pupilId !== '' && seen.has(once))
      cells.wrong(toldBy, 'stands twice for this pupil.', 'Keep one row per pupil and contact.')
    seen.add(once)
    const count = (counts.get(pupilId) ?? 0) + 1
    counts.set(pupilId, count)
    if (count === MOST_OF_A_PUPIL + 1)
      cells.wrong('pupilId', `has more than ${MOST_OF_A_PUPIL} contacts.`, 'Keep those whom the school may ask.')
  }
}

/** Parses contacts of pupils on the roll. `previousIds` are contact ids given before, by person (`personOf`). */
export const parseContacts = (
  given: SchoolFile,
  context: {
    readonly keys: ReadonlyMap<string, PupilKey>
    readonly previousIds: Readonly<Record<string, string>>
    readonly generation: number
  },
): ContactsFile => {
  const identities = contactIdentities(context.previousIds, context.generation)
  const warnings: FileProblem[] = []
  const noteMobile = sharedMobiles(warnings)
  const noteRow = rowsOfPupils()
  const file = parseFile('contacts', given, (cells): ContactRow => {
    const pupilId = cells.required('pupilId')
    const pupil = context.keys.get(pupilId)
    if (pupil === undefined && pupilId !== '')
      cells.wrong('pupilId', 'is not on the roll.', 'Import the roll first, or take the row out.')
    const name = cells.required('name')
    const mobile = cells.phone('mobile', 'mobile')
    if (mobile !== undefined) noteMobile(mobile, name, cells.line)
    const given = cells.id('contactId', false)
    if (given !== undefined && identities.isSomebodyElse(given, mobile, name))
      cells.wrong('contactId', 'stands for somebody else in this file.', 'Give every contact an id, or none.')
    const rest = readContact(cells)
    const byName = (): string => idOf('n', pupilId, shortHash(`${rest.relationship} ${name.toLowerCase()}`).slice(-6))
    const contactId = given ?? (mobile === undefined ? byName() : identities.idOfPerson(mobile, name))
    noteRow(cells, pupilId, contactId, given !== undefined ? 'contactId' : mobile !== undefined ? 'mobile' : 'name')
    return { pupil: pupil ?? '', contact: { contactId, name, ...optional('mobile', mobile), ...rest } }
  })
  return { ...file, warnings }
}
