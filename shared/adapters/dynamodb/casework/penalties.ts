import * as z from 'zod'
import { CONSIDERATIONS } from '../../../domain/penalties/consider.ts'
import { NOTICE_STATES } from '../../../domain/penalties/ledger.ts'
import type { PenaltyRecord } from '../../../domain/penalties/record.ts'
import type { Act } from '../../../ports/act.ts'
import type { PenaltyStore } from '../../../ports/penalty-store.ts'
import { getItem, queryItems } from '../read.ts'
import { holding } from '../values.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'
import { penaltyKey, penaltyPk } from '../year-keys.ts'

const undone = z.object({ by: z.string(), at: z.string(), because: z.string() }).exactOptional()

const consideration = z.object({
  id: z.string(),
  decision: z.enum(CONSIDERATIONS),
  by: z.string(),
  at: z.string(),
  because: z.string(),
  through: z.string(),
  sessions: z.int(),
  parents: z.array(z.string()).exactOptional(),
  undone,
})

const notice = z.object({
  id: z.string(),
  contactId: z.string(),
  name: z.string(),
  academy: z.string(),
  referral: z.string().exactOptional(),
  reference: z.string().exactOptional(),
  entries: z.array(
    z.object({
      state: z.enum(NOTICE_STATES),
      on: z.string(),
      by: z.string(),
      at: z.string(),
      because: z.string().exactOptional(),
      undone,
    }),
  ),
})

const PenaltyItem = holding(
  z.object({
    pupil: z.string(),
    dateOfBirth: z.string(),
    case: z
      .object({
        since: z.string(),
        standing: z.enum(['near', 'waiting', 'met']),
        sessions: z.int(),
        from: z.string(),
        until: z.string(),
      })
      .exactOptional(),
    considered: z.array(consideration),
    notices: z.array(notice),
    improve: z
      .object({
        decision: z.string(),
        from: z.string(),
        until: z.string(),
        mostUnauthorised: z.int(),
        state: z.enum(['running', 'breached', 'improved', 'withdrawn']),
        endedOn: z.string().exactOptional(),
        corrected: z
          .object({ is: z.enum(['breached', 'improved', 'open']), unauthorised: z.int(), on: z.string() })
          .exactOptional(),
      })
      .exactOptional(),
    elsewhere: z
      .array(z.object({ academy: z.string(), pupil: z.string(), joined: z.string(), joinedHere: z.string() }))
      .exactOptional(),
  }) satisfies z.ZodType<Omit<PenaltyRecord, 'version'>>,
)

const toItem = (academy: string, { version, ...body }: PenaltyRecord, act: Act): Item => ({
  ...penaltyKey(academy, body.pupil),
  v: version + 1,
  body,
  act,
})

const fromItem = (found: Item): PenaltyRecord => {
  const { v, body } = PenaltyItem.parse(found)
  return { ...body, version: v }
}

/** One item for each pupil who ever came near a notice: a few hundred bytes, read whole by the night. */
export const penaltyStore = (db: Db): PenaltyStore => ({
  penaltyRecords: async (academy) => (await queryItems(db, { pk: penaltyPk(academy), strong: false })).map(fromItem),

  penaltyRecord: async (academy, pupil) => {
    const item = await getItem(db, penaltyKey(academy, pupil))
    return item && fromItem(item)
  },

  savePenaltyRecord: async (academy, record, act) => {
    const isStill =
      record.version === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': record.version } }
    const saved = await putIf(db, { Item: toItem(academy, record, act), ...isStill })
    return saved.won ? 'saved' : 'stale'
  },
})
