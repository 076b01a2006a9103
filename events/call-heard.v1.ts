import * as z from 'zod'
import { academyId } from './values.ts'

/**
 * Something was learned on the absence line. `end`: the call is over · `danger`: a danger word was spoken and the call goes on ·
 * `transcript`: the words of a recording came · `check`: sent when the call began, for a time at which it must be over, in case nobody
 * says that it is.
 */
export const CallHeardV1 = z.strictObject({
  academy: academyId,
  call: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'a call has the id that the telephone network gave it'),
  as: z.enum(['end', 'danger', 'transcript', 'check']),
})
export type CallHeard = z.infer<typeof CallHeardV1>
