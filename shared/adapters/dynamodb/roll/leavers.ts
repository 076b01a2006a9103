/**
 * Pupils as they were when a roll named them no more, with their contacts and agencies: its generations are cleared away, and a court asks
 * about a child years after they left. Whoever comes back is read from the roll, and kept anew when they leave again.
 */
import * as z from 'zod'
import type { Pupil } from '../../../domain/people.ts'
import type { RollStore } from '../../../ports/stores.ts'
import { batchGet, queryItems } from '../read.ts'
import { type Db, putIf } from '../write.ts'
import { leaverKey, leaversPk } from './leaver-keys.ts'
import { AgenciesItem, ContactsItem, PupilItem } from './people-items.ts'

const LeaverItem = z.object({
  body: PupilItem.shape.body.extend({
    contacts: ContactsItem.shape.body,
    agencies: AgenciesItem.shape.body,
  }) satisfies z.ZodType<Pupil>,
})

export const leaverStore = (db: Db): Pick<RollStore, 'keepLeaver' | 'leavers' | 'allLeavers'> => ({
  keepLeaver: async (academy, pupil, act) => {
    await putIf(db, { Item: { ...leaverKey(academy, pupil.key), body: pupil, act } })
  },
  leavers: async (academy, keys) => {
    const places = [...new Set(keys)].map((key) => leaverKey(academy, key))
    const found = (await batchGet(db, places, true)).map((item) => LeaverItem.parse(item).body)
    return Object.fromEntries(found.map((pupil) => [pupil.key, pupil]))
  },
  allLeavers: async (academy) =>
    (await queryItems(db, { pk: leaversPk(academy), strong: false })).map((item) => LeaverItem.parse(item).body),
})
