import * as z from 'zod'
import type { Brake } from '../../../domain/known.ts'
import type { Stores } from '../../../ports/stores.ts'
import { brakeKey } from '../table.ts'
import { holding, session, textKind } from '../values.ts'
import { type Db, IF_NEW, type Item, putIf, updateIf } from '../write.ts'

const BrakeItem = holding(
  z.object({
    id: z.string(),
    kind: textKind,
    session,
    classId: z.string().exactOptional(),
    because: z.enum(['class-share', 'academy-share', 'closure-day', 'stale-register']),
    pupils: z.array(z.string()),
    at: z.string(),
    state: z.enum(['held', 'released', 'refused']),
    settled: z.object({ by: z.string(), at: z.string(), because: z.string() }).exactOptional(),
  }) satisfies z.ZodType<Omit<Brake, 'version'>>,
)

export const fromBrakeItem = (found: Item): Brake => {
  const { v, body } = BrakeItem.parse(found)
  return { ...body, version: v }
}

const Because = z.object({ because: z.string() })

/** Held batches of texts. Who settled one, when and why come from the brake when it says so, else from the act. */
export const brakeStore = (db: Db): Pick<Stores, 'holdBrake' | 'settleBrake'> => ({
  holdBrake: async (academy, date, brake, act) => {
    const { version: _, ...body } = brake
    const held = await putIf(db, {
      Item: { ...brakeKey(academy, date, brake.id), v: 1, body, act },
      ConditionExpression: IF_NEW,
    })
    return held.won ? 'held' : 'already'
  },

  settleBrake: async (academy, date, brake, state, act) => {
    const because = Because.safeParse(act.detail).data?.because ?? act.kind
    const settled = await updateIf(db, {
      Key: brakeKey(academy, date, brake.id),
      UpdateExpression: 'SET body.#state = :state, body.settled = :settled, act = :act ADD v :one',
      ConditionExpression: 'body.#state = :held',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': state,
        ':held': 'held',
        ':settled': brake.settled ?? { by: act.by, at: act.at, because },
        ':act': act,
        ':one': 1,
      },
    })
    return settled.won ? 'settled' : 'already'
  },
})
