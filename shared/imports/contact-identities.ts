/** Who is one person in `contacts.csv`, where the school's system gives no id. */
import type { Contact } from '../domain/people.ts'
import type { FileProblem } from './table.ts'

const surnameOf = (name: string): string => name.trim().toLowerCase().split(/\s+/).at(-1) ?? ''

const personIn = (mobile: string, name: string): string => `${mobile} ${surnameOf(name)}`

/** How a person is told apart between imports: `<mobile> <surname>`. */
export const personOf = (contact: Pick<Contact, 'mobile' | 'name'>): string | undefined =>
  contact.mobile === undefined ? undefined : personIn(contact.mobile, contact.name)

/**
 * One person is one mobile with one surname: the same id at every import. An id carries the number of the import that gave it, so
 * that nobody inherits what a departed contact said or stopped.
 */
export const contactIdentities = (previous: Readonly<Record<string, string>>, generation: number) => {
  const ids = new Map(Object.entries(previous))
  const given = new Map<string, string>()
  let count = 0
  return {
    idOfPerson: (mobile: string, name: string): string => {
      const person = personIn(mobile, name)
      const id = ids.get(person) ?? `c${generation}-${++count}`
      ids.set(person, id)
      given.set(id, person)
      return id
    },
    /** The id stands for another person in this file: two families must never share one, or each is told of the other's children. */
    isSomebodyElse: (id: string, mobile: string | undefined, name: string): boolean => {
      const person = personIn(mobile ?? '', name)
      const owner = given.get(id) ?? person
      given.set(id, owner)
      return owner !== person
    },
  }
}

/** Reports a mobile each time it stands under one more surname: those people are kept apart, and somebody should look. */
export const sharedMobiles = (warnings: FileProblem[]) => {
  const surnames = new Map<string, Set<string>>()
  return (mobile: string, name: string, line: number): void => {
    const sharing = surnames.get(mobile) ?? new Set()
    const before = sharing.size
    surnames.set(mobile, sharing.add(surnameOf(name)))
    if (before > 0 && sharing.size > before)
      warnings.push({
        line,
        column: 'mobile',
        what: 'stands under different surnames.',
        remedy: 'They are kept apart; check that the number is right for both.',
      })
  }
}
