import * as z from 'zod'
import { getItem } from '../read.ts'
import type { Key } from '../table.ts'
import { type Db, type Item, transact } from '../write.ts'

const Versioned = z.object({ v: z.int() })
const TRIES = 8

/**
 * Takes an open thing from the open partition to its resting place, in one transaction, as it stands at that moment: when it
 * changed between reading and moving it is read again. `resting` gives the items that take its place, the first being the thing
 * itself with the act, or `undefined` when what is open there is something else; `leaves` names what else goes with it. False when
 * nothing was open.
 */
export const moveToRest = async (
  db: Db,
  open: Key,
  resting: (found: Item) => readonly [Item, ...Item[]] | undefined,
  leaves: (found: Item) => readonly Key[] = () => [],
): Promise<boolean> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await getItem(db, open)
    const items = found && resting(found)
    if (found === undefined || items === undefined) return false
    const moved = await transact(db, [
      {
        remove: {
          Key: open,
          ConditionExpression: 'v = :seen',
          ExpressionAttributeValues: { ':seen': Versioned.parse(found).v },
        },
      },
      ...items.map((item) => ({ put: { Item: item } })),
      ...leaves(found).map((key) => ({ remove: { Key: key } })),
    ])
    if (moved.won) return true
  }
  throw new Error('What should end keeps changing; try again')
}
