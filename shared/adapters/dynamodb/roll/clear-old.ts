import type { RollStore, StagedFile } from '../../../ports/stores.ts'
import { queryItems } from '../read.ts'
import { generationPk, type Key, restOfKey, stagingKey } from '../table.ts'
import type { Db, Item } from '../write.ts'
import { KeyOnly, writeAll } from '../write-many.ts'
import { readLive } from './live.ts'
import { mobileKey } from './mobile-keys.ts'
import { hashMobile, type PhoneKey, phonesOf } from './mobiles.ts'
import { ContactsItem } from './people-items.ts'

/** So many empty generations in a row are where an earlier clearing came to. */
const EMPTY_IN_A_ROW = 3

/** The oldest generation that is still read: by a process that has not heard of the newer one, or to match a number given up. */
const oldestRead = async (db: Db, academy: string, file: StagedFile['file']): Promise<number> => {
  const { generations, earlierContacts } = await readLive(db, academy)
  const earlier = file === 'contacts' ? earlierContacts.map(({ gen }) => gen) : []
  return Math.min(generations[file] - 1, ...earlier)
}

/** Where the hashes of a generation's numbers stand, under each key that is known. */
const hashesOf = (academy: string, generation: number, items: readonly Item[], keys: readonly PhoneKey[]) => {
  const byPupil = items.map((item) => ContactsItem.parse(item)).map(({ sk, body }) => [restOfKey(sk, 1), body] as const)
  return phonesOf(Object.fromEntries(byPupil)).flatMap(({ number, contactId }) =>
    keys.map((key): Key => {
      const { version, hash } = hashMobile(key)(number)
      return mobileKey(academy, version, hash, generation, contactId)
    }),
  )
}

/** Clears from the oldest generation read downwards, so that what a clearing that died left behind goes with the next one. */
export const clearOld =
  (db: Db, phoneKeys: () => Promise<readonly PhoneKey[]>): RollStore['clearOld'] =>
  async (academy, file) => {
    let empty = 0
    for (
      let generation = (await oldestRead(db, academy, file)) - 1;
      generation > 0 && empty < EMPTY_IN_A_ROW;
      generation--
    ) {
      const isContacts = file === 'contacts'
      const items = await queryItems(db, {
        pk: generationPk(academy, file, generation),
        ...(isContacts ? {} : { only: ['pk', 'sk'] }),
      })
      empty = items.length === 0 ? empty + 1 : 0
      if (items.length === 0) continue
      const hashes = isContacts ? hashesOf(academy, generation, items, await phoneKeys()) : []
      const keys = items.map((item) => KeyOnly.parse(item))
      // The hashes first: they are found by the contacts, which must be there until the hashes are gone.
      await writeAll(
        db,
        [...hashes, ...keys, stagingKey(academy, file, generation)].map((remove) => ({ remove })),
      )
    }
  }
