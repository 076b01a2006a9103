import * as z from 'zod'
import type { Act } from '../../ports/stores.ts'

/** The act as it stands on an item; the filters of the stream read `act.look`. */
export const ActItem = z.object({
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  pupils: z.array(z.string()).exactOptional(),
  rule: z.string().exactOptional(),
  clause: z.string().exactOptional(),
  policy: z.string().exactOptional(),
  detail: z.record(z.string(), z.unknown()).exactOptional(),
  echo: z.literal(true).exactOptional(),
  look: z.literal(true).exactOptional(),
  settles: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Act>
