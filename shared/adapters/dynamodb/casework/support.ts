/** Support of a pupil as items of the pupil's own partition. */
import * as z from 'zod'
import { ANSWERS, type SupportRecord } from '../../../domain/attend/support.ts'
import type { SupportStore } from '../../../ports/support-store.ts'
import { getItem, queryItems } from '../read.ts'
import { coded, toCoded } from '../registers/tally-item.ts'
import { pupilPk } from '../table.ts'
import { holding } from '../values.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'
import { SUPPORT_PREFIX, supportKey } from './attend-keys.ts'

const deed = { by: z.string(), at: z.string() }
const about = {
  ...deed,
  id: z.string(),
  pupil: z.string(),
  on: z.string(),
  words: z.string(),
  answered: z.object({ ...deed, answer: z.enum(ANSWERS), words: z.string(), on: z.string() }).exactOptional(),
}

const SupportItem = holding(
  z.discriminatedUnion('is', [
    z.object({ ...about, is: z.literal('offer') }),
    z.object({ ...about, is: z.literal('request'), agency: z.string(), answerBy: z.string() }),
    z.object({
      ...about,
      is: z.literal('return'),
      owner: z.string(),
      catchUp: z.array(z.string()),
      review: z.string(),
    }),
    z.object({ ...about, is: z.literal('conference'), term: z.string(), with: z.array(z.string()), tally: coded }),
  ]),
)

const fromItem = (found: Item): SupportRecord => {
  const { v, body } = SupportItem.parse(found)
  return { ...body, version: v }
}

export const supportStore = (db: Db): SupportStore => ({
  supportRecord: async (academy, pupil, id) => {
    const item = await getItem(db, supportKey(academy, pupil, id))
    return item && fromItem(item)
  },
  supportOf: async (academy, pupil) =>
    (await queryItems(db, { pk: pupilPk(academy, pupil), prefix: SUPPORT_PREFIX, strong: false })).map(fromItem),
  saveSupport: async (academy, record, act) => {
    const { version, ...rest } = record
    const body = rest.is === 'conference' ? { ...rest, tally: toCoded(rest.tally) } : rest
    const unchanged =
      version === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': version } }
    const Item = { ...supportKey(academy, record.pupil, record.id), v: version + 1, body, act }
    return (await putIf(db, { Item, ...unchanged })).won ? 'saved' : 'stale'
  },
})
