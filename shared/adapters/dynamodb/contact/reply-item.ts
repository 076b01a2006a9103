import * as z from 'zod'
import type { Reply } from '../../../domain/known.ts'
import { code, holding, readingKind } from '../values.ts'
import type { Item } from '../write.ts'

type Body = Omit<Reply, 'version'>

const reading = z.object({
  kind: readingKind,
  code: code.exactOptional(),
  from: z.string().exactOptional(),
  until: z.string().exactOptional(),
  confidence: z.enum(['high', 'low']),
  because: z.array(z.string()),
  named: z.array(z.string()),
})

/** The words stand beside the body, where reading a day leaves them behind. */
const ReplyItem = holding(
  z.object({
    id: z.string(),
    date: z.string(),
    at: z.string(),
    contactId: z.string().exactOptional(),
    stranger: z.string().exactOptional(),
    pupils: z.array(z.string()),
    reading,
    readings: z.record(z.string(), reading).exactOptional(),
    unread: z.array(z.string()).exactOptional(),
    settled: z.record(z.string(), z.enum(['confirmed', 'dismissed'])).exactOptional(),
    state: z.enum(['proposed', 'confirmed', 'dismissed', 'unread']),
    outOfHours: z.boolean(),
    via: z.enum(['line', 'page']).exactOptional(),
  }) satisfies z.ZodType<Body>,
)

export const fromReplyItem = (found: Item): Reply => {
  const { v, body } = ReplyItem.parse(found)
  return { ...body, version: v }
}

export const WordsItem = z.object({ words: z.string() })

/** The day on which a carrier's message was first heard. */
export const SeenItem = z.object({ until: z.string() })
export const HeardItem = z.object({ d: z.string() })
