/** How long what is known of a pupil is kept. */
import * as z from 'zod'

export const retention = z.strictObject({
  registerYears: z
    .int()
    .min(6, 'the law asks for six years at least (SI 2024/208 regulation 7)')
    .max(25)
    .describe(
      'Years for which register entries are kept, from the end of the school year of the last one; at least 6 by law.',
    ),
  otherYears: z
    .int()
    .min(1)
    .max(25)
    .describe(
      'Years for which everything else about a pupil is kept, from the same day. A pupil is erased as a whole, when the longer of the two is over.',
    ),
})
