/** Going to a family's door: what a visitor must know, who is out, and what a visit found. */
import * as z from 'zod'

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

export const VisitedAnswer = z
  .looseObject({
    id: z.string(),
    pupil: z.string(),
    card: z.string().nullable(),
    meanwhile: z.string().nullable().describe('What had ended the visit’s task before this came in.'),
  })
  .describe('The visit as recorded.')
