import type { RollEntry } from '../../../domain/people.ts'
import type { RollStore } from '../../../ports/stores.ts'
import { batchGetLasting, getItem, queryItems } from '../read.ts'
import { datesKey, generationPk, restOfKey, rosterKey } from '../table.ts'
import type { Db } from '../write.ts'
import { clearOld } from './clear-old.ts'
import { formerKeyStore } from './former-keys.ts'
import { keptGenerations, keptItems } from './kept-generation.ts'
import { leaverStore } from './leavers.ts'
import { goLive, type LiveReader } from './live.ts'
import { contactsOfNumber, hashMobile, newestKey, type PhoneKey } from './mobiles.ts'
import { DatesItem, RosterItem, StaffItem } from './people-items.ts'
import { pupilStore } from './pupils.ts'
import { stage } from './stage.ts'

/**
 * Roll, contacts, agencies, staff and calendar, each read in its live generation. Which that is may be a moment old here:
 * `live` and the strong reading of pupils, on which texts depend, are exact.
 */
export const rollStore = (db: Db, reader: LiveReader, phoneKeys: () => Promise<readonly PhoneKey[]>): RollStore => {
  const kept = keptGenerations()
  const keptRosters = keptItems<readonly RollEntry[]>()
  const makeLive = goLive(db)
  const generations = async (academy: string) => (await reader.recent(academy)).generations
  const rosters: RollStore['rosters'] = async (academy, classIds) => {
    const { roll } = await generations(academy)
    const found = await keptRosters(academy, roll, classIds, async (missing) => {
      const places = missing.map((classId) => rosterKey(academy, roll, classId))
      const items = (await batchGetLasting(db, places)).map((item) => RosterItem.parse(item))
      return new Map(items.map(({ sk, body }) => [restOfKey(sk, 1), body]))
    })
    return Object.fromEntries(found)
  }
  return {
    ...pupilStore(db, kept, reader),
    live: async (academy) => {
      const { generations, classes } = await reader.exact(academy)
      return { generations, classes }
    },
    roster: async (academy, classId) => (await rosters(academy, [classId]))[classId] ?? [],
    rosters,
    staff: async (academy) => {
      const { staff } = await generations(academy)
      return kept(`${academy} staff`, staff, async () =>
        (await queryItems(db, { pk: generationPk(academy, 'staff', staff) })).map((item) => StaffItem.parse(item).body),
      )
    },
    listedDates: async (academy) => {
      const { calendar } = await generations(academy)
      if (calendar === 0) return undefined
      return kept(`${academy} dates`, calendar, async () => {
        const item = await getItem(db, datesKey(academy, calendar))
        return item && DatesItem.parse(item).body
      })
    },
    ...formerKeyStore(db),
    ...leaverStore(db),
    stage: stage(db, phoneKeys),
    clearOld: clearOld(db, phoneKeys),
    goLive: async (academy, ...rest) => {
      reader.forget(academy)
      const made = await makeLive(academy, ...rest)
      reader.forget(academy)
      return made
    },
    contactsOfNumber: contactsOfNumber(db, phoneKeys),
    hashOf: async (number) => hashMobile(await newestKey(phoneKeys))(number).hash,
  }
}
