/** Cover while a colleague is away. */
import * as z from 'zod'
import { localDate, pathId } from '../values.ts'
import { BecauseBody } from './office.ts'

export const CoverBody = z.strictObject({
  of: pathId.describe('The staff id of who is away.'),
  by: pathId.describe('The staff id of who covers.'),
  from: localDate,
  until: localDate.describe('The last day; at the latest 31 August of the school year in which it begins.'),
  because: BecauseBody.shape.because,
})

const Person = z.object({ id: z.string(), name: z.string(), role: z.string() })

export const CoversAnswer = z
  .object({
    covers: z.array(
      z.object({
        id: z.string(),
        of: Person,
        by: Person,
        from: z.string(),
        until: z.string(),
        because: z.string(),
        setBy: Person,
        at: z.string(),
        mayEnd: z.boolean().describe('You may end it.'),
      }),
    ),
    mayCover: z.array(Person).describe('Who may cover for a colleague.'),
    mayBeCovered: z.array(Person).describe('For whom you may name a cover.'),
  })
  .describe('Cover that runs or is to come.')
