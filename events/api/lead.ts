/** What the Attendance Lead works from: who has crossed a line, letters that wait, families in the work, penalty notices. */
import * as z from 'zod'

const NamedPupil = z.object({ id: z.string(), name: z.string(), class: z.string() })
const attendance = z.string().nullable().describe('Per cent, for reading.')

export const ThresholdsAnswer = z
  .object({
    through: z.string().describe('The last date that is counted.'),
    lines: z.object({ target: z.number(), warning: z.number(), stage1: z.number(), lateEvery: z.int() }),
    crossed: z
      .array(z.object({ pupil: NamedPupil, attendance, step: z.string(), on: z.string() }))
      .describe('A step is due of which the family has not heard yet.'),
    near: z
      .array(z.object({ pupil: NamedPupil, attendance, below: z.number(), sessions: z.int() }))
      .describe('So many more sessions missed, and the pupil is below the line.'),
    late: z.array(z.object({ pupil: NamedPupil, attendance, late: z.int() })).describe('Persistently late.'),
  })
  .describe('Who crossed a line, and who is about to.')

const LetterShown = z.looseObject({
  id: z.string(),
  kind: z.string(),
  reference: z.string(),
  pupil: z.string(),
  name: z.string().nullable().describe('The child’s.'),
  to: z.string().nullable().describe('The parent’s name.'),
  date: z.string(),
  state: z.string(),
  pages: z.int().nullable(),
  previewed: z.object({ by: z.string(), at: z.string() }).optional(),
  why: z.string().optional(),
})

export const LettersAnswer = z
  .object({ letters: z.array(LetterShown), next: z.string().nullable() })
  .describe('Letters by date.')

export const LinkAnswer = z.object({ address: z.string().describe('Good for a minute.') }).describe('Where it is.')

const Meeting = z.looseObject({
  id: z.string(),
  date: z.string(),
  time: z.string(),
  place: z.string(),
  state: z.string(),
})

export const AttendAnswer = z
  .object({
    cases: z.array(
      z.looseObject({
        id: z.string(),
        pupil: z.string(),
        name: z.string().nullable(),
        class: z.string().nullable(),
        opened: z.string(),
        because: z.string(),
        review: z.string(),
        meetings: z.array(Meeting),
        household: z.array(z.string()).describe('Brothers and sisters who have a panel proposed or arranged too.'),
        proposal: z.looseObject({ on: z.string(), because: z.string() }).nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .describe('Open attendance cases.')

export const PenaltiesAnswer = z
  .object({
    matters: z.array(
      z.looseObject({
        pupil: z.string(),
        name: z.string(),
        class: z.string(),
        standing: z.enum(['met', 'waiting', 'near', 'referred', 'improving', 'quiet']),
        sessions: z.int(),
        counted: z.array(z.looseObject({ date: z.string(), session: z.string(), school: z.string() })),
        elsewhere: z.array(z.looseObject({ school: z.string(), joined: z.string() })),
        obstacles: z.array(z.looseObject({ code: z.string(), effect: z.enum(['stops', 'weigh']), says: z.string() })),
        improve: z
          .looseObject({
            decision: z.string(),
            from: z.string(),
            until: z.string(),
            mostUnauthorised: z.int(),
            state: z.enum(['running', 'breached', 'improved', 'withdrawn']),
            endedOn: z.string().optional(),
            seen: z.object({ unauthorised: z.int(), unresolved: z.int() }).optional(),
          })
          .nullable()
          .describe('The time of a notice to improve; seen is what counts against it up to now.'),
        parents: z.array(
          z.looseObject({ contact: z.string(), name: z.string(), next: z.enum(['first', 'second', 'escalate']) }),
        ),
      }),
    ),
    next: z.string().nullable(),
  })
  .describe('Pupils near or at the threshold of a penalty notice.')
