import type { Agency, Contact, PupilKey } from '../../domain/people.ts'
import type { RollStore } from '../../ports/stores.ts'
import type { KeptGenerations } from './kept-generation.ts'
import type { LiveReader } from './live.ts'
import { AgenciesItem, ContactsItem, KeyItem, PupilItem } from './people-items.ts'
import { batchGet, queryItems } from './read.ts'
import { generationPk, pupilIdKey, pupilKeyIn, restOfKey } from './table.ts'
import type { Db, Item } from './write.ts'

/** Few pupils have an agency: one query of them all is cheaper than asking for each. */
const readAgencies = async (db: Db, academy: string, generation: number) => {
  const items = await queryItems(db, { pk: generationPk(academy, 'agencies', generation) })
  return new Map<PupilKey, readonly Agency[]>(
    items.map((item) => AgenciesItem.parse(item)).map(({ sk, body }) => [restOfKey(sk, 1), body]),
  )
}

const contactsIn = (items: readonly Item[]) =>
  new Map<PupilKey, readonly Contact[]>(
    items.map((item) => ContactsItem.parse(item)).map(({ sk, body }) => [restOfKey(sk, 1), body]),
  )

export const pupilStore = (db: Db, kept: KeptGenerations, reader: LiveReader): Pick<RollStore, 'pupils' | 'keyOf'> => ({
  pupils: async (academy, keys, strong = false) => {
    if (keys.length === 0) return {}
    const { generations } = await (strong ? reader.exact(academy) : reader.recent(academy))
    const once = [...new Set(keys)]
    const [roll, contactItems, agencies] = await Promise.all([
      batchGet(
        db,
        once.map((key) => pupilKeyIn(academy, 'roll', generations.roll, key)),
        strong,
      ),
      batchGet(
        db,
        once.map((key) => pupilKeyIn(academy, 'contacts', generations.contacts, key)),
        strong,
      ),
      kept(`${academy} agencies`, generations.agencies, () => readAgencies(db, academy, generations.agencies)),
    ])
    const contacts = contactsIn(contactItems)
    const pupils = roll
      .map((item) => PupilItem.parse(item).body)
      .map((pupil) => ({
        ...pupil,
        contacts: contacts.get(pupil.key) ?? [],
        agencies: agencies.get(pupil.key) ?? [],
      }))
    return Object.fromEntries(pupils.map((pupil) => [pupil.key, pupil]))
  },

  keyOf: async (academy, pupilId) => {
    const { generations } = await reader.recent(academy)
    const places = [
      pupilIdKey(academy, generations.roll, pupilId),
      pupilKeyIn(academy, 'roll', generations.roll, pupilId),
    ]
    const found = await batchGet(db, places, false)
    for (const item of found) {
      const pointer = KeyItem.safeParse(item)
      if (pointer.success) return pointer.data.key
      const { key, pupilId: own } = PupilItem.parse(item).body
      if (own === pupilId) return key
    }
    return undefined
  },
})
