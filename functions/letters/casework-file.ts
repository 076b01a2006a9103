/** Reads back what a referral says of the work with the family; one kept before it was said has none. */
import * as z from 'zod'
import { MEETING_STATES, TELLINGS } from '../../shared/domain/attend/attend-case.ts'
import { LEAVE_STATES } from '../../shared/domain/attend/leave.ts'
import type { Casework } from '../../shared/domain/penalties/casework.ts'

const meeting = z.object({
  date: z.string(),
  time: z.string(),
  place: z.string(),
  state: z.enum(MEETING_STATES),
  told: z.enum(TELLINGS),
  arrangedOn: z.string(),
  invited: z.array(z.object({ name: z.string(), on: z.string().nullable() })),
  came: z.array(z.string()),
  minutes: z.string().nullable(),
  pupilSaid: z.string().nullable(),
  parentsSaid: z.string().nullable(),
  dutyExplained: z.boolean().nullable(),
  because: z.string().nullable(),
})

const leave = z.object({
  askedOn: z.string(),
  askedBy: z.string(),
  from: z.string(),
  until: z.string(),
  purpose: z.string(),
  words: z.string(),
  state: z.enum(LEAVE_STATES),
  decidedOn: z.string().nullable(),
  because: z.string().nullable(),
  granted: z.object({ from: z.string(), until: z.string() }).nullable(),
})

const offer = z.object({
  kind: z.enum(['offer', 'request', 'return']),
  on: z.string(),
  words: z.string(),
  agency: z.string().nullable(),
  answer: z.string().nullable(),
  answerWords: z.string().nullable(),
  answeredOn: z.string().nullable(),
})

export const CaseworkSchema = z
  .object({
    meetings: z.array(meeting),
    actions: z.array(
      z.object({
        words: z.string(),
        agreedOn: z.string(),
        due: z.string(),
        state: z.enum(['open', 'done', 'dropped']),
      }),
    ),
    texts: z.array(
      z.object({ date: z.string(), time: z.string(), kind: z.string(), to: z.string(), state: z.string() }),
    ),
    leave: z.array(leave),
    offers: z.array(offer),
  })
  .default({ meetings: [], actions: [], texts: [], leave: [], offers: [] }) satisfies z.ZodType<Casework>
