import type { Agency, Contact, Pupil, PupilKey } from '../../../domain/people.ts'
import type { RollStore } from '../../../ports/stores.ts'
import { batchGetLasting, getItem, queryItems } from '../read.ts'
import { generationPk, pupilIdKey, pupilKeyIn, restOfKey } from '../table.ts'
import type { Db } from '../write.ts'
import { type KeptGenerations, keptItems } from './kept-generation.ts'
import type { LiveReader } from './live.ts'
import { AgenciesItem, ContactsItem, KeyItem, PupilItem } from './people-items.ts'

/** A key of a pupil is this long at most, so that a register of thirty stays small. */
const LONGEST_KEY = 6

/** Few pupils have an agency: one query of them all is cheaper than asking for each. */
const readAgencies = async (db: Db, academy: string, generation: number) => {
  const items = await queryItems(db, { pk: generationPk(academy, 'agencies', generation) })
  return new Map<PupilKey, readonly Agency[]>(
    items.map((item) => AgenciesItem.parse(item)).map(({ sk, body }) => [restOfKey(sk, 1), body]),
  )
}

type RollPupil = Omit<Pupil, 'contacts' | 'agencies'>

const readRoll = async (db: Db, academy: string, generation: number, keys: readonly PupilKey[]) => {
  const places = keys.map((key) => pupilKeyIn(academy, 'roll', generation, key))
  return new Map(
    (await batchGetLasting(db, places)).map((item) => PupilItem.parse(item).body).map((pupil) => [pupil.key, pupil]),
  )
}

const readContacts = async (db: Db, academy: string, generation: number, keys: readonly PupilKey[]) => {
  const places = keys.map((key) => pupilKeyIn(academy, 'contacts', generation, key))
  return new Map(
    (await batchGetLasting(db, places))
      .map((item) => ContactsItem.parse(item))
      .map(({ sk, body }) => [restOfKey(sk, 1), body]),
  )
}

export const pupilStore = (db: Db, kept: KeptGenerations, reader: LiveReader): Pick<RollStore, 'pupils' | 'keyOf'> => {
  const keptRoll = keptItems<RollPupil>()
  const keptContacts = keptItems<readonly Contact[]>()
  return {
    // A generation never changes once it is live, so reading exactly means knowing exactly which one is.
    pupils: async (academy, keys, strong = false) => {
      if (keys.length === 0) return {}
      const { generations } = await (strong ? reader.exact(academy) : reader.recent(academy))
      const once = [...new Set(keys)]
      const [roll, contacts, agencies] = await Promise.all([
        keptRoll(academy, generations.roll, once, (missing) => readRoll(db, academy, generations.roll, missing)),
        keptContacts(academy, generations.contacts, once, (missing) =>
          readContacts(db, academy, generations.contacts, missing),
        ),
        kept(`${academy} agencies`, generations.agencies, () => readAgencies(db, academy, generations.agencies)),
      ])
      return Object.fromEntries(
        [...roll.values()].map((pupil) => [
          pupil.key,
          { ...pupil, contacts: contacts.get(pupil.key) ?? [], agencies: agencies.get(pupil.key) ?? [] },
        ]),
      )
    },

    // One reading for nearly everybody, kept for whoever asks for the pupil next: an id short enough to be a key is one, and a longer one
    // has a pointer.
    keyOf: async (academy, pupilId) => {
      const { roll } = (await reader.recent(academy)).generations
      if (pupilId.length <= LONGEST_KEY) {
        const found = await keptRoll(academy, roll, [pupilId], (missing) => readRoll(db, academy, roll, missing))
        if (found.get(pupilId)?.pupilId === pupilId) return pupilId
      }
      const pointer = await getItem(db, pupilIdKey(academy, roll, pupilId), false)
      return pointer && KeyItem.parse(pointer).key
    },
  }
}
