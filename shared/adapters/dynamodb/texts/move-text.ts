/** What becomes of a claimed text: moved up by the provider and its receipts, or released when nothing was handed over. */
import * as z from 'zod'
import { addDays } from '../../../domain/time.ts'
import type { Stores } from '../../../ports/stores.ts'
import { endedTaskKeyOf } from '../open/ended-task.ts'
import { getItem } from '../read.ts'
import { cardKey, openKey, providerIdKey, TTL_ATTRIBUTE } from '../table.ts'
import { type Db, putIf, updateAll, updateIf } from '../write.ts'
import { cardsOf } from './claim-text.ts'
import { isPointer, textIn } from './text-item.ts'
import { aboutOne, moveOn, releaseOn, releasePointerOn } from './text-steps.ts'

const ProviderIdItem = z.object({
  academy: z.string(),
  slot: z.string(),
  home: z.discriminatedUnion('on', [
    z.object({ on: z.literal('cards'), date: z.string(), owner: z.string(), pupils: z.array(z.string()) }),
    z.object({ on: z.literal('task'), taskId: z.string() }),
  ]),
})

/** Receipts stop within three days; the look-up is cleared away after forty. */
const RECEIPT_DAYS = 40
const clearedAt = (at: string): number => Date.parse(`${addDays(at.slice(0, 10), RECEIPT_DAYS)}T00:00:00Z`) / 1000

const move: (db: Db) => Stores['moveText'] = (db) => async (academy, home, slot, to, act) => {
  // Written before the state, in a write of its own: a crash in between leaves a look-up too many, never a receipt that finds
  // nothing, and it costs half of what a transaction would.
  if (to.lookUp && to.providerId !== undefined)
    await putIf(db, {
      Item: { ...providerIdKey(to.providerId), academy, home, slot, [TTL_ATTRIBUTE]: clearedAt(to.at) },
    })
  if (home.on === 'cards') {
    const on = (pupil: string) => updateIf(db, moveOn(cardKey(academy, home.date, pupil), slot, to, act))
    const first = await on(home.owner)
    if (first.won) return 'moved'
    // Planned again for fewer children, the text may be looked for on a card that only points to the owner's.
    const found = textIn(first.old, slot)
    if (found === undefined) return 'nowhere'
    return isPointer(found) && (await on(found.owner)).won ? 'moved' : 'kept'
  }
  const open = await updateIf(db, moveOn(openKey(academy, 'TASK', home.taskId), slot, to, act))
  if (open.won) return 'moved'
  const ended = open.old === undefined ? await endedTaskKeyOf(db, academy, home.taskId) : undefined
  if (open.old === undefined && ended === undefined) return 'nowhere'
  return ended !== undefined && (await updateIf(db, moveOn(ended, slot, to, act))).won ? 'moved' : 'kept'
}

const release: (db: Db) => Stores['releaseText'] = (db) => async (academy, home, slot, at, act) => {
  if (home.on === 'task') {
    const released = await updateIf(db, releaseOn(openKey(academy, 'TASK', home.taskId), slot, at, act))
    return released.won ? 'released' : 'kept'
  }
  const [owner = home.owner, ...others] = cardsOf(home)
  const steps = [
    releaseOn(cardKey(academy, home.date, owner), slot, at, aboutOne(act, owner)),
    ...others.map((pupil) => releasePointerOn(cardKey(academy, home.date, pupil), slot, owner, aboutOne(act, pupil))),
  ]
  return (await updateAll(db, steps)).won ? 'released' : 'kept'
}

export const textStore = (db: Db): Pick<Stores, 'moveText' | 'releaseText' | 'textOfProviderId'> => ({
  moveText: move(db),
  releaseText: release(db),
  textOfProviderId: async (providerId) => {
    const item = await getItem(db, providerIdKey(providerId))
    return item && ProviderIdItem.parse(item)
  },
})
