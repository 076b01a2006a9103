/** `contacts.csv`: each adult as they stand towards each child. */
import { idOf, shortHash } from '../domain/ids.ts'
import type { Contact, PupilKey } from '../domain/people.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import type { FileProblem } from './table.ts'

export interface ContactRow {
  readonly pupil: PupilKey
  readonly contact: Contact
}

export interface ContactsFile extends ParsedFile<ContactRow> {
  /** What a person should look at, although nothing is refused. */
  readonly warnings: readonly FileProblem[]
}

const NEEDS = ['pupilId', 'priority', 'name', 'relationship']

const surnameOf = (name: string): string => name.trim().toLowerCase().split(/\s+/).at(-1) ?? ''

/**
 * One person is one mobile with one surname: the same id at every import. An id carries the number of the import that gave it, so
 * that nobody inherits what a departed contact said or stopped.
 */
const identities = (previous: Readonly<Record<string, string>>, generation: number) => {
  const ids = new Map(Object.entries(previous))
  let count = 0
  return (mobile: string, name: string): string => {
    const person = `${mobile} ${surnameOf(name)}`
    const id = ids.get(person) ?? `c${generation}-${++count}`
    ids.set(person, id)
    return id
  }
}

/** How a person is told apart between imports: `<mobile> <surname>`. */
export const personOf = (contact: Pick<Contact, 'mobile' | 'name'>): string | undefined =>
  contact.mobile === undefined ? undefined : `${contact.mobile} ${surnameOf(contact.name)}`

const optional = <Name extends string, T>(name: Name, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>)

/** Parses contacts of pupils on the roll. `previousIds` are contact ids given before, by person. */
export const parseContacts = (
  bytes: Uint8Array,
  context: {
    readonly keys: ReadonlyMap<string, PupilKey>
    readonly previousIds: Readonly<Record<string, string>>
    readonly generation: number
  },
): ContactsFile => {
  const identify = identities(context.previousIds, context.generation)
  const surnames = new Map<string, Set<string>>()
  const warnings: FileProblem[] = []
  const seen = new Set<string>()
  const file = parseFile(bytes, NEEDS, (cells): ContactRow | undefined => {
    const pupilId = cells.required('pupilId')
    const pupil = context.keys.get(pupilId)
    if (pupil === undefined && pupilId !== '')
      cells.wrong('pupilId', 'is not on the roll.', 'Import the roll first, or take the row out.')
    const priority = cells.wholeNumber('priority')
    if (priority === undefined || priority < 1)
      cells.wrong('priority', 'is not 1 or more.', 'Number the contacts of a pupil from 1, the first to ring.')
    const name = cells.required('name')
    const mobile = cells.phone('mobile', 'mobile')
    if (mobile !== undefined) {
      const sharing = surnames.get(mobile) ?? new Set()
      sharing.add(surnameOf(name))
      if (sharing.size === 2)
        warnings.push({
          line: cells.line,
          column: 'mobile',
          what: 'stands under different surnames.',
          remedy: 'They are kept apart; check that the number is right for both.',
        })
      surnames.set(mobile, sharing)
    }
    const given = cells.id('contactId', false)
    const contactId =
      given ??
      (mobile === undefined
        ? idOf('n', pupilId, shortHash(`${cells.text('relationship')} ${name.toLowerCase()}`).slice(-6))
        : identify(mobile, name))
    if (seen.has(`${pupil} ${contactId}`))
      cells.wrong('contactId', 'stands twice for this pupil.', 'Keep one row per pupil and contact.')
    seen.add(`${pupil} ${contactId}`)
    const address = ['address1', 'address2', 'address3', 'address4'].flatMap((column) => cells.text(column) ?? [])
    return {
      pupil: pupil ?? '',
      contact: {
        contactId,
        name,
        priority: priority ?? 1,
        relationship: cells.required('relationship'),
        parentalResponsibility: cells.flag('parentalResponsibility', false),
        livesWith: cells.flag('livesWith', false),
        hasCare: cells.flag('hasCare', false),
        addressConfidential: cells.flag('addressConfidential', false),
        textsAllowed: cells.flag('textsAllowed', true),
        lettersAllowed: cells.flag('lettersAllowed', true),
        noContact: cells.flag('noContact', false),
        courtRestriction: cells.flag('courtRestriction', false),
        ...optional('mobile', mobile),
        ...optional('landline', cells.phone('landline', 'any')),
        ...optional('email', cells.text('email')),
        ...optional('language', cells.text('language')),
        ...(address.length > 0 ? { address } : {}),
        ...optional('postcode', cells.text('postcode')),
        ...optional('courtRef', cells.text('courtRef')),
        ...optional('courtUntil', cells.date('courtUntil')),
      },
    }
  })
  return { ...file, warnings }
}
