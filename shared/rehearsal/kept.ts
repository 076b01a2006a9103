/** What is kept of a rehearsal that was asked for, and where: the request, how far it has come, the first of its two years, and the answer. */
import * as z from 'zod'
import { PolicySchema } from '../../academies/policy.ts'
import { instant, localDate } from '../../events/values.ts'

export type KeptPart = 'request' | 'progress' | 'live' | 'answer'

export const rehearsalPath = (academy: string, rehearsal: string, part: KeptPart): string =>
  `rehearsals/${academy}/${rehearsal}/${part}.json`

/** A year that is being played, as far as it has come. */
export const soFarPath = (academy: string, rehearsal: string, part: 'live' | 'draft'): string =>
  `rehearsals/${academy}/${rehearsal}/${part}.so-far`

const played = z.object({ version: z.string(), policy: PolicySchema })

export const KeptRequest = z.object({
  asked: instant,
  by: z.string(),
  /** Today, when it was asked. */
  date: localDate,
  from: localDate.exactOptional(),
  until: localDate.exactOptional(),
  suppositions: z.object({ unreported: z.number(), answered: z.number(), seed: z.number() }),
  live: played,
  draft: played,
})
export type KeptRequest = z.infer<typeof KeptRequest>

export const KeptProgress = z.object({
  part: z.enum(['live', 'draft']),
  /** The school day that is being played. */
  date: localDate,
  day: z.int(),
  of: z.int(),
})
export type KeptProgress = z.infer<typeof KeptProgress>

const OfPupil = z.looseObject({ pupil: z.string() })

/** Lists that say pupils and contacts by their ids; everything else in an answer is counts and sentences. */
const Year = z.looseObject({
  mostContacted: z.array(z.looseObject({ contact: z.string(), pupils: z.array(z.string()) })),
  mostAffected: z.array(OfPupil),
})

export const KeptAnswer = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('done'),
    live: Year,
    draft: Year,
    difference: z.looseObject({ pupils: z.array(OfPupil) }),
  }),
  z.object({ state: z.literal('refused'), why: z.string(), remedy: z.string() }),
])
export type KeptAnswer = z.infer<typeof KeptAnswer>
