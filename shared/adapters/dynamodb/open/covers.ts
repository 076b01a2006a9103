import * as z from 'zod'
import type { Cover } from '../../../domain/cover.ts'
import type { Stores } from '../../../ports/stores.ts'
import { getItem, queryItems } from '../read.ts'
import { coversNamedKey, openKey, openPk } from '../table.ts'
import { type Db, IF_NEW, transact } from '../write.ts'
import { CoverItem } from './open-thing-items.ts'
import { end } from './open-things.ts'

const Named = z.object({ v: z.number() })

const coversOf = async (db: Db, academy: string, strong: boolean): Promise<readonly Cover[]> =>
  (await queryItems(db, { pk: openPk(academy), prefix: 'COVER#', strong })).map((item) => CoverItem.parse(item).body)

/** Cover that stands until somebody ends it. Whether one can be named hangs on all others, so each is written on condition that none came since. */
export const coverStore = (db: Db): Pick<Stores, 'covers' | 'coversNow' | 'putCover' | 'endCover'> => ({
  covers: (academy) => coversOf(db, academy, false),
  coversNow: async (academy) => {
    // Counted first: one that comes between the two readings is seen and not counted, and never the other way round.
    const item = await getItem(db, coversNamedKey(academy))
    return { named: item ? Named.parse(item).v : 0, covers: await coversOf(db, academy, true) }
  },
  putCover: async (academy, cover, named, act) => {
    const { won } = await transact(db, [
      {
        update: {
          Key: coversNamedKey(academy),
          UpdateExpression: 'ADD v :one',
          ConditionExpression: named === 0 ? IF_NEW : 'v = :named',
          ExpressionAttributeValues: { ':one': 1, ...(named === 0 ? {} : { ':named': named }) },
        },
      },
      {
        put: { Item: { ...openKey(academy, 'COVER', cover.id), v: 1, body: cover, act }, ConditionExpression: IF_NEW },
      },
    ])
    return won ? 'put' : 'stale'
  },
  endCover: (academy, id, act) => end(db, academy, 'COVER', id, act),
})
