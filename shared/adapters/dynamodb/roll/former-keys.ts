/** The keys of pupils who went off the roll, kept outside its generations: whoever comes back is the same pupil. */
import type { RollStore } from '../../../ports/stores.ts'
import { batchGet } from '../read.ts'
import { restOfKey } from '../table.ts'
import { type Db, putIf } from '../write.ts'
import { formerKeyKey } from './leaver-keys.ts'
import { FormerKeyItem } from './people-items.ts'

export const formerKeyStore = (db: Db): Pick<RollStore, 'keepKeys' | 'formerKeys'> => ({
  // The same key every time, so nothing is lost by writing it again.
  keepKeys: async (academy, keys) => {
    for (const [pupilId, key] of Object.entries(keys))
      await putIf(db, { Item: { ...formerKeyKey(academy, pupilId), key } })
  },
  formerKeys: async (academy, pupilIds) => {
    const found = await batchGet(
      db,
      [...new Set(pupilIds)].map((pupilId) => formerKeyKey(academy, pupilId)),
      true,
    )
    return Object.fromEntries(
      found.map((item) => FormerKeyItem.parse(item)).map(({ sk, key }) => [restOfKey(sk, 1), key]),
    )
  },
})
