import * as z from 'zod'
import { schoolYearOf } from '../../../domain/calendar.ts'
import { type AuthorityReturn, RETURN_KINDS } from '../../../domain/returns/authority-return.ts'
import type { Act } from '../../../ports/act.ts'
import type { ReturnStore } from '../../../ports/return-store.ts'
import { queryItems } from '../read.ts'
import { holding } from '../values.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'
import { returnKey, returnsPk } from '../year-keys.ts'

const deed = { by: z.string(), at: z.string() }

const ReturnItem = holding(
  z.object({
    id: z.string(),
    kind: z.enum(RETURN_KINDS),
    pupil: z.string(),
    child: z.object({
      pupilId: z.string(),
      name: z.string(),
      dateOfBirth: z.string(),
      upn: z.string().exactOptional(),
      yearGroup: z.string(),
      admitted: z.string(),
      left: z.string().exactOptional(),
    }),
    from: z.string(),
    days: z.int().exactOptional(),
    asked: z.string(),
    due: z.string(),
    enquiries: z.array(z.object({ ...deed, what: z.string(), on: z.string() })),
    entries: z.array(
      z.object({
        ...deed,
        state: z.enum(['sent', 'not-due']),
        on: z.string(),
        how: z.string(),
        undone: z.object({ ...deed, because: z.string() }).exactOptional(),
      }),
    ),
  }) satisfies z.ZodType<Omit<AuthorityReturn, 'version'>>,
)

const toItem = (academy: string, { version, ...body }: AuthorityReturn, act: Act): Item => ({
  ...returnKey(academy, schoolYearOf(body.asked), body.id),
  v: version + 1,
  body,
  act,
})

const fromItem = (found: Item): AuthorityReturn => {
  const { v, body } = ReturnItem.parse(found)
  return { ...body, version: v }
}

export const returnStore = (db: Db): ReturnStore => ({
  returns: async (academy, year) => (await queryItems(db, { pk: returnsPk(academy, year) })).map(fromItem),

  askReturn: async (academy, asked, act) => {
    const put = await putIf(db, { Item: toItem(academy, asked, act), ConditionExpression: IF_NEW })
    return put.won ? 'asked' : 'already'
  },

  saveReturn: async (academy, asked, act) => {
    const saved = await putIf(db, {
      Item: toItem(academy, asked, act),
      ConditionExpression: 'v = :read',
      ExpressionAttributeValues: { ':read': asked.version },
    })
    return saved.won ? 'saved' : 'stale'
  },
})
