import * as z from 'zod'
import { getItem } from '../read.ts'
import { endedTaskKey, endedTaskPointerKey, type Key } from '../table.ts'
import type { Db } from '../write.ts'

const Ended = z.object({ date: z.string() })

/** Where an ended task rests: its id does not say its date, so a small item does. */
export const endedTaskKeyOf = async (db: Db, academy: string, taskId: string): Promise<Key | undefined> => {
  const item = await getItem(db, endedTaskPointerKey(academy, taskId))
  return item && endedTaskKey(academy, Ended.parse(item).date, taskId)
}
