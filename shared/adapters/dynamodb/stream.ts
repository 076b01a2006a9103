/** Reads the acts that the table's stream carries: one for each version of each item of the record. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod'
import { shortHash } from '../../domain/ids.ts'
import type { Act } from '../../ports/stores.ts'

export interface StreamedAct {
  readonly academy: string
  readonly act: Act
  /** The same on every delivery of the same change. */
  readonly id: string
  /** The record's place in the stream, for saying where a batch stopped. */
  readonly sequence: string
}

const ActSchema = z.object({
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  pupils: z.array(z.string()).optional(),
  rule: z.string().optional(),
  clause: z.string().optional(),
  policy: z.string().optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
  look: z.literal(true).optional(),
})

const dropUndefined = (act: z.infer<typeof ActSchema>): Act =>
  Object.fromEntries(Object.entries(act).filter(([, value]) => value !== undefined)) as unknown as Act

type Image = Record<string, AttributeValue>

// The Lambda types and the SDK's describe the same JSON under two names.
const readImage = (image: unknown): Record<string, unknown> => unmarshall((image ?? {}) as Image)

/** The act of a change, or `undefined` for a change without one (a deletion, a look-up item, the chronicle itself). */
export const actOf = (record: DynamoDBRecord): StreamedAct | undefined => {
  const image = readImage(record.dynamodb?.NewImage)
  const academy = /^A#([^#]+)/.exec(String(image.pk ?? ''))?.[1]
  const act = ActSchema.safeParse(image.act)
  if (academy === undefined || !act.success) return undefined
  const before = record.dynamodb?.OldImage ? readImage(record.dynamodb.OldImage) : undefined
  if (before && JSON.stringify(before.act) === JSON.stringify(image.act)) return undefined
  const sequence = record.dynamodb?.SequenceNumber ?? ''
  return { academy, act: dropUndefined(act.data), id: shortHash(`${image.pk} ${image.sk} ${sequence}`), sequence }
}
