/** A draft of a policy, and what to rehearse it on. */
import * as z from 'zod'
import { localDate } from '../values.ts'

const share = z.number().min(0).max(1)

export const RehearsalBody = z.strictObject({
  policy: z
    .record(z.string(), z.json())
    .describe('The values that would be others than in the policy in force, as the academy’s file has them.'),
  sources: z
    .record(z.string(), z.json())
    .default({})
    .describe('Where values come from, as in the academy’s file; need not be said.'),
  from: localDate.optional().describe('The first date; the last school year when neither is said.'),
  until: localDate.optional().describe('The last date.'),
  answered: share
    .default(0)
    .describe('Share of the families who answer a text that no reason in the marks answers, from 0 to 1.'),
  unreported: share
    .default(0)
    .describe('Share of reasons given on the day that came only after the text, from 0 to 1.'),
  seed: z.int().min(0).max(999_999).default(1).describe('Which families those are.'),
})

export const RehearsalBegunAnswer = z.object({ rehearsal: z.string() }).describe('It is being played.')

const Counts = z.record(z.string(), z.number()).describe('How many of each; pence for texts and letters together.')

/** What is done about one pupil, or in one week. */
const DONE = { texts: z.int(), calls: z.int(), visits: z.int(), letters: z.int() }

const Played = z.looseObject({
  policy: z.string().describe('The policy’s version.'),
  from: z.string(),
  until: z.string(),
  schoolDays: z.int(),
  pupils: z.int(),
  total: Counts,
  weeks: z.array(z.looseObject({ week: z.string(), ...DONE })),
  worstDays: z
    .array(z.looseObject({ date: z.string(), texts: z.int(), calls: z.int(), visits: z.int(), brakes: z.int() }))
    .describe('The days with most to do, the busiest first.'),
  mostContacted: z
    .array(
      z.looseObject({
        contact: z.string(),
        pupils: z.array(z.string()),
        texts: z.int(),
        letters: z.int(),
        pence: z.number(),
      }),
    )
    .describe('Who would have heard most; empty for the Trust’s operator.'),
  assumptions: z.array(z.string()),
})

export const RehearsalAnswer = z
  .discriminatedUnion('state', [
    z.looseObject({ state: z.literal('waiting') }),
    z.looseObject({
      state: z.literal('playing'),
      part: z.enum(['live', 'draft']),
      date: z.string(),
      day: z.int(),
      of: z.int(),
    }),
    z.looseObject({ state: z.literal('refused'), why: z.string(), remedy: z.string() }),
    z.looseObject({
      state: z.literal('done'),
      live: Played,
      draft: Played,
      difference: z.looseObject({
        total: Counts,
        pupils: z.array(z.looseObject({ pupil: z.string(), one: z.looseObject(DONE), other: z.looseObject(DONE) })),
      }),
      people: z
        .object({ pupils: z.record(z.string(), z.string()), contacts: z.record(z.string(), z.string()) })
        .optional()
        .describe('Names by id, as the roll has them today; absent for the Trust’s operator.'),
    }),
  ])
  .describe('How far a rehearsal has come, or what came of it.')
