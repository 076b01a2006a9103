/** Whose number a text or a call came from, found without the table holding a number in any key. */
import { createHmac } from 'node:crypto'
import * as z from 'zod'
import { numbersOf } from '../../../domain/contacts.ts'
import type { Contact, PupilKey } from '../../../domain/people.ts'
import type { RollStore } from '../../../ports/stores.ts'
import { batchGet, queryItems } from '../read.ts'
import { pupilKeyIn, restOfKey } from '../table.ts'
import type { Db } from '../write.ts'
import { readLive } from './live.ts'
import { mobilePk } from './mobile-keys.ts'
import { ContactsItem } from './people-items.ts'

export interface PhoneKey {
  readonly version: string
  readonly value: string
}
export type MobileHash = (mobile: string) => { readonly version: string; readonly hash: string }

/** HMAC-SHA256 of the number in E.164, cut to 32 hexadecimal digits. */
export const hashMobile =
  (key: PhoneKey): MobileHash =>
  (mobile) => ({
    version: key.version,
    hash: createHmac('sha256', key.value).update(mobile).digest('hex').slice(0, 32),
  })

/** The key by which numbers are hashed from now on. */
export const newestKey = async (phoneKeys: () => Promise<readonly PhoneKey[]>): Promise<PhoneKey> => {
  const [newest] = await phoneKeys()
  if (newest === undefined) throw new Error('There is no key for telephone numbers; put one in the secret')
  return newest
}

/** Each number of each contact once, with the pupils they stand for. */
export const phonesOf = (byPupil: Readonly<Record<PupilKey, readonly Contact[]>>) => {
  const found = new Map<string, { number: string; contactId: string; pupils: PupilKey[] }>()
  for (const [pupil, contacts] of Object.entries(byPupil))
    for (const contact of contacts)
      for (const number of numbersOf(contact)) {
        const { contactId } = contact
        const id = `${number} ${contactId}`
        const entry = found.get(id) ?? { number, contactId, pupils: [] }
        if (!entry.pupils.includes(pupil)) entry.pupils.push(pupil)
        found.set(id, entry)
      }
  return [...found.values()]
}

const MobileItem = z.object({ gen: z.int(), contactId: z.string(), pupils: z.array(z.string()) })
type Match = z.infer<typeof MobileItem>

/** Leaves of a match the pupils whose contacts in that generation really hold the number. */
const confirmed = async (db: Db, academy: string, mobile: string, match: Match): Promise<Match> => {
  const keys = match.pupils.map((pupil) => pupilKeyIn(academy, 'contacts', match.gen, pupil))
  const items = (await batchGet(db, keys)).map((item) => ContactsItem.parse(item))
  const holds = items.filter(({ body }) =>
    body.some((contact) => contact.contactId === match.contactId && numbersOf(contact).includes(mobile)),
  )
  const pupils = holds.map(({ sk }) => restOfKey(sk, 1)).toSorted()
  return { ...match, pupils }
}

export const contactsOfNumber =
  (db: Db, phoneKeys: () => Promise<readonly PhoneKey[]>): RollStore['contactsOfNumber'] =>
  async (academy, mobile, today) => {
    const [live, keys] = await Promise.all([readLive(db, academy), phoneKeys()])
    const earlier = live.earlierContacts.filter(({ until }) => today <= until).map(({ gen }) => gen)
    const generations = [live.generations.contacts, ...earlier.toSorted((a, b) => b - a)]
    const found = await Promise.all(
      keys.map((key) => {
        const { version, hash } = hashMobile(key)(mobile)
        return queryItems(db, { pk: mobilePk(academy, version, hash) })
      }),
    )
    const matches = found.flat().map((item) => MobileItem.parse(item))
    const byContact = new Map<string, Match>()
    // Newest generation first: what the school says now of a contact goes before what it said then.
    for (const generation of generations)
      for (const match of matches.filter(({ gen }) => gen === generation)) {
        if (byContact.has(match.contactId)) continue
        const sure = await confirmed(db, academy, mobile, match)
        if (sure.pupils.length > 0) byContact.set(match.contactId, sure)
      }
    return [...byContact.values()].map(({ contactId, pupils }) => ({ contactId, pupils }))
  }
