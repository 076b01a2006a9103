import * as z from 'zod'
import { type EarlierYear, earlierId } from '../../../domain/imports/earlier-school.ts'
import type { EarlierStore } from '../../../ports/earlier-store.ts'
import { EARLIER_PREFIX, earlierYearKey } from '../files/import-keys.ts'
import { queryItems } from '../read.ts'
import { pupilPk } from '../table.ts'
import { holding } from '../values.ts'
import { type Db, updateIf } from '../write.ts'

const EarlierItem = holding(
  z.object({
    year: z.string(),
    authority: z.string(),
    establishment: z.string(),
    school: z.string().exactOptional(),
    possible: z.int(),
    attended: z.int(),
    authorised: z.int(),
    unauthorised: z.int(),
    sessions: z.array(z.object({ from: z.string(), marks: z.array(z.string()) })),
    asOf: z.string(),
  }) satisfies z.ZodType<EarlierYear>,
)

/** Years at earlier schools as items of the pupil's own partition. */
export const earlierStore = (db: Db): EarlierStore => ({
  earlierYears: async (academy, pupil) =>
    (await queryItems(db, { pk: pupilPk(academy, pupil), prefix: EARLIER_PREFIX, strong: false })).map(
      (item) => EarlierItem.parse(item).body,
    ),
  putEarlierYear: async (academy, pupil, year, act) => {
    const kept = await updateIf(db, {
      Key: earlierYearKey(academy, pupil, earlierId(year)),
      UpdateExpression: 'SET body = :body, act = :act ADD v :one',
      ConditionExpression: 'attribute_not_exists(pk) OR body.asOf <= :asOf',
      ExpressionAttributeValues: { ':body': year, ':act': act, ':one': 1, ':asOf': year.asOf },
    })
    return kept.won ? 'kept' : 'newer'
  },
})
