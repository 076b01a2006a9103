import type { RollStore } from '../../ports/stores.ts'
import { goLive, readLive } from './live.ts'
import { contactsOfMobile, type PhoneKey } from './mobiles.ts'
import { DatesItem, RosterItem, StaffItem } from './people-items.ts'
import { pupilStore } from './pupils.ts'
import { getItem, queryItems } from './read.ts'
import { stage } from './stage.ts'
import { datesKey, generationPk, rosterKey } from './table.ts'
import type { Db } from './write.ts'

/** Roll, contacts, agencies, staff and calendar, each read in its live generation. */
export const rollStore = (db: Db, phoneKeys: () => Promise<readonly PhoneKey[]>): RollStore => ({
  ...pupilStore(db),
  live: async (academy) => {
    const { generations, classes } = await readLive(db, academy)
    return { generations, classes }
  },
  roster: async (academy, classId) => {
    const { generations } = await readLive(db, academy)
    const item = await getItem(db, rosterKey(academy, generations.roll, classId))
    return item === undefined ? [] : RosterItem.parse(item).body
  },
  staff: async (academy) => {
    const { generations } = await readLive(db, academy)
    const items = await queryItems(db, { pk: generationPk(academy, 'staff', generations.staff) })
    return items.map((item) => StaffItem.parse(item).body)
  },
  listedDates: async (academy) => {
    const { generations } = await readLive(db, academy)
    if (generations.calendar === 0) return undefined
    const item = await getItem(db, datesKey(academy, generations.calendar))
    return item && DatesItem.parse(item).body
  },
  stage: stage(db, phoneKeys),
  goLive: goLive(db),
  contactsOfMobile: contactsOfMobile(db, phoneKeys),
})
