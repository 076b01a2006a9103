/** Going to a family's door: what a visitor must know, who is out, and what a visit found. */
import * as z from 'zod'
import { pathId } from '../values.ts'

const NamedPupil = z.object({ id: z.string(), name: z.string(), class: z.string() })

const Risk = z
  .object({ note: z.string(), twoPeople: z.boolean(), by: z.string(), at: z.string() })
  .describe('What to know before going there.')

const Home = z.object({
  contact: z.string(),
  name: z.string(),
  relationship: z.string(),
  numbers: z.array(z.string()),
  address: z.array(z.string()),
  postcode: z.string().nullable(),
})

export const VisitsAnswer = z
  .object({
    due: z.array(
      z.object({
        task: z.string(),
        due: z.string(),
        urgent: z.boolean(),
        why: z.string(),
        card: z.string().describe('The number for the calling card, should nobody be in.'),
        pupil: NamedPupil,
        alert: z.string().nullable(),
        risk: Risk.nullable(),
        homes: z.array(Home).describe('Whom the child lives with; none where nobody may go to the door.'),
      }),
    ),
    out: z
      .array(
        z.object({
          task: z.string(),
          who: z.string().describe('The staff id.'),
          since: z.string(),
          back: z.string().describe('By then they are back, or somebody looks for them.'),
          isLate: z.boolean(),
          why: z.string(),
          pupils: z.array(NamedPupil),
        }),
      )
      .describe('Who is out on visits.'),
    backWithinMinutes: z.int().describe('When whoever goes now has to be back.'),
  })
  .describe('Visits to make, and who is out.')

export const OutBody = z.strictObject({
  pupils: z.array(pathId).max(12).default([]).describe('The children whose homes are visited.'),
  people: z.int().min(1).max(5).default(1).describe('How many go.'),
})

export const VisitRiskBody = z.strictObject({
  note: z.string().trim().min(3).max(300).describe('What to know: a dog, a stair, who may be there.'),
  twoPeople: z.boolean().default(false).describe('Nobody goes there alone.'),
})

export const VisitedAnswer = z
  .looseObject({
    id: z.string(),
    pupil: z.string(),
    card: z.string().nullable(),
    meanwhile: z.string().nullable().describe('What had ended the visit’s task before this came in.'),
  })
  .describe('The visit as recorded.')
