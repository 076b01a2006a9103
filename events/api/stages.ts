/** What a person decides about a pupil's stage. */
import * as z from 'zod'
import { localDate, localTime } from '../values.ts'
import { BecauseBody } from './office.ts'

const { because } = BecauseBody.shape

export const StageBody = z.discriminatedUnion('do', [
  z
    .strictObject({
      do: z.literal('meet'),
      date: localDate.describe('The day of the ATTEND meeting: a school day, with the notice that the policy asks.'),
      time: localTime.describe('When it begins, local.'),
      place: z.string().trim().min(2).max(60).optional().describe('Where; as the policy says when left out.'),
      because,
    })
    .describe('Invite the parents to an ATTEND meeting: the stage 2 letter is written.'),
  z
    .strictObject({ do: z.literal('go-on'), because })
    .describe('The marks behind a letter have changed, and the next step comes all the same.'),
  z
    .strictObject({ do: z.literal('start-anew'), because })
    .describe('The cycle ends: nothing is due, and a later fall begins at the first step.'),
])
