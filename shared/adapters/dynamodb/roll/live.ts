/** Which generation of each imported file is read, and which generations of contacts were read before. */
import * as z from 'zod'
import { addDays } from '../../../domain/time.ts'
import type { Live, RollStore } from '../../../ports/stores.ts'
import { getItem } from '../read.ts'
import { liveKey } from '../table.ts'
import { type Db, type Item, updateIf } from '../write.ts'

const generation = z.int().default(0)

const LiveItem = z.object({
  roll: generation,
  contacts: generation,
  staff: generation,
  agencies: generation,
  calendar: generation,
  classes: z.array(z.object({ id: z.string(), name: z.string(), yearGroup: z.string(), pupils: z.int() })).default([]),
  /** Generations of contacts that went out of use, with the date: their numbers still match for a while. */
  earlier: z.array(z.object({ gen: z.int(), until: z.string() })).default([]),
})

export interface LiveWithEarlier extends Live {
  readonly earlierContacts: readonly { readonly gen: number; readonly until: string }[]
}

/** A number given up matches for this many days. */
export const OLD_NUMBER_DAYS = 30

const fromLiveItem = (item: unknown): LiveWithEarlier => {
  const { roll, contacts, staff, agencies, calendar, classes, earlier } = LiveItem.parse(item ?? {})
  return { generations: { roll, contacts, staff, agencies, calendar }, classes, earlierContacts: earlier }
}

export const readLive = async (db: Db, academy: string, strong = true): Promise<LiveWithEarlier> =>
  fromLiveItem(await getItem(db, liveKey(academy), strong))

/** Which generations are live, found among the items of all that is open. */
export const liveAmong = (academy: string, items: readonly Item[]): LiveWithEarlier =>
  fromLiveItem(items.find((item) => item.sk === liveKey(academy).sk))

/** How long a process may go on with the generations it read last. An import is seen everywhere within this time. */
const RECENT_MILLISECONDS = 30_000

/** Which generations are live, exactly or as this process read them a moment ago. */
export const liveReader = (db: Db) => {
  const recent = new Map<string, { readonly read: number; readonly live: Promise<LiveWithEarlier> }>()
  const learn = (academy: string, live: Promise<LiveWithEarlier>): Promise<LiveWithEarlier> => {
    recent.set(academy, { read: performance.now(), live })
    live.catch(() => recent.delete(academy))
    return live
  }
  const exact = (academy: string): Promise<LiveWithEarlier> => learn(academy, readLive(db, academy))
  return {
    exact,
    /** Takes note of an exact reading that somebody else has begun. */
    learn,
    recent: (academy: string): Promise<LiveWithEarlier> => {
      const known = recent.get(academy)
      return known && performance.now() - known.read < RECENT_MILLISECONDS ? known.live : exact(academy)
    },
    forget: (academy: string): void => {
      recent.delete(academy)
    },
  }
}

export type LiveReader = ReturnType<typeof liveReader>

/** Makes a generation live on condition that the one it follows still is. Generation 0 is: nothing was ever imported. */
export const goLive =
  (db: Db): RollStore['goLive'] =>
  async (academy, file, from, to, classes, act) => {
    const today = act.at.slice(0, 10)
    const earlier =
      file === 'contacts' && from > 0
        ? [
            ...(await readLive(db, academy)).earlierContacts,
            { gen: from, until: addDays(today, OLD_NUMBER_DAYS) },
          ].filter(({ until }) => until >= today)
        : undefined
    const made = await updateIf(db, {
      Key: liveKey(academy),
      UpdateExpression: `SET #file = :to, act = :act${classes === undefined ? '' : ', classes = :classes'}${
        earlier === undefined ? '' : ', earlier = :earlier'
      } ADD v :one`,
      ConditionExpression: from === 0 ? 'attribute_not_exists(#file)' : '#file = :from',
      ExpressionAttributeNames: { '#file': file },
      ExpressionAttributeValues: {
        ':to': to,
        ':act': act,
        ':one': 1,
        ...(from !== 0 && { ':from': from }),
        ...(classes !== undefined && { ':classes': classes }),
        ...(earlier !== undefined && { ':earlier': earlier }),
      },
    })
    return made.won ? 'live' : 'stale'
  }
