/** What the letters queue carries: letters to plan, one thing to do with one letter, a batch to print, the pack of a referral to make, or the post's word that a letter came back. */
import * as z from 'zod'
import { academyId, localDate, pathId, pupilKey } from './values.ts'

const oneLetter = { academy: academyId, letter: pathId, tries: z.int().min(0).default(0) }

export const LetterWorkV1 = z.discriminatedUnion('do', [
  /** Write to the parents about the stage that is due. */
  z.object({
    do: z.literal('plan'),
    academy: academyId,
    letter: z.enum(['stage-1', 'stage-2']),
    pupil: pupilKey,
    rule: z.string().min(1).max(60),
    clause: z.string().min(1).max(300),
  }),
  /** Write the termly letters of a class; of one year group in it where one is named. */
  z.object({
    do: z.literal('termly'),
    academy: academyId,
    letter: z.enum(['traffic-light', 'full-attendance']),
    class: pathId,
    year: z.string().min(1).max(3).exactOptional(),
    from: localDate,
    until: localDate,
    term: z.string().min(2).max(40),
  }),
  z.object({ do: z.literal('print'), ...oneLetter }),
  z.object({ do: z.literal('post'), ...oneLetter }),
  /** Has the post printed what it took? */
  z.object({ do: z.literal('ask'), ...oneLetter }),
  z.object({ do: z.literal('batch'), academy: academyId, batch: pathId, by: z.string().min(1).max(100) }),
  /** Make the pack of a referral to the local authority. */
  z.object({ do: z.literal('referral'), academy: academyId, referral: pathId }),
  z.object({ do: z.literal('returned'), providerId: z.string().min(1).max(128) }),
])
export type LetterWork = z.output<typeof LetterWorkV1>
