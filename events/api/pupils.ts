/** A pupil, their contacts, their figures and their history, as the office sees them. */
import * as z from 'zod'

const Figures = z.object({
  possible: z.int(),
  attended: z.int(),
  authorised: z.int(),
  unauthorised: z.int(),
  late: z.int(),
})

const Contact = z.object({
  contactId: z.string(),
  priority: z.number(),
  name: z.string(),
  relationship: z.string(),
  mobile: z.string().optional(),
  landline: z.string().optional(),
  language: z.string().optional(),
  stopped: z.boolean(),
  mayBeTold: z.string(),
  address: z.array(z.string()).optional(),
  postcode: z.string().nullable().optional(),
})

export const PupilAnswer = z
  .object({
    id: z.string(),
    forename: z.string(),
    surname: z.string(),
    preferredName: z.string().optional(),
    yearGroup: z.string(),
    classId: z.string(),
    left: z.string().optional().describe('The last day on the roll.'),
    onRoll: z
      .boolean()
      .describe('Whether the roll that is live names the pupil: of anybody else it is what was known when they left.'),
    flags: z.array(z.string()),
    alert: z.string().optional(),
    contacts: z.array(Contact),
    visitRisk: z
      .object({ note: z.string(), twoPeople: z.boolean() })
      .nullable()
      .describe('What to know before going to the door.'),
    hold: z.string().nullable().describe('The review date of a hold.'),
    cases: z.array(
      z.object({ id: z.string(), opened: z.string(), day: z.int(), closed: z.looseObject({}).nullable() }),
    ),
  })
  .describe('A pupil, and what each contact may be told.')

export const SearchBody = z.strictObject({
  name: z
    .string()
    .trim()
    .min(2)
    .max(80)
    .describe('The beginnings of names, as people type them. In the body: no address says a name.'),
  left: z.boolean().default(false).describe('Those who are on the roll no more as well.'),
})

export const PupilsAnswer = z
  .object({
    pupils: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        class: z.string(),
        yearGroup: z.string(),
        left: z
          .string()
          .nullable()
          .optional()
          .describe('Of whoever is not on the roll: their last day, or null where no file said it.'),
      }),
    ),
    next: z.string().nullable(),
  })
  .describe('Pupils by name or class.')

export const ChronicleAnswer = z
  .object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        by: z.string(),
        kind: z.string(),
        rule: z.string().optional(),
        clause: z.string().optional(),
        detail: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    next: z.string().nullable(),
  })
  .describe('A page of a pupil’s history, oldest first.')

export const PupilAttendanceAnswer = z
  .object({
    from: z.string(),
    until: z.string(),
    figures: Figures.extend({ rates: z.object({ attendance: z.string().nullable() }) }),
    sum: z.string().describe('The whole sum in one sentence.'),
    tests: z
      .looseObject({ shortEnrolment: z.boolean(), because: z.array(z.string()) })
      .describe('The Department’s tests beside the school’s, with why they differ and what to know of the figure.'),
    stage: z.looseObject({
      now: z.enum(['green', 'warned', 'stage-1', 'stage-2', 'legal']),
      due: z
        .looseObject({
          step: z.string(),
          on: z.string(),
          meeting: z.looseObject({ date: z.string(), time: z.string(), place: z.string() }).optional(),
        })
        .optional(),
      next: z.object({ step: z.string(), below: z.number() }).optional(),
    }),
    before: z
      .array(
        z.object({
          year: z.string(),
          school: z.object({ number: z.string(), name: z.string().optional() }),
          possible: z.int(),
          attended: z.int(),
          authorised: z.int(),
          unauthorised: z.int(),
          codes: z.record(z.string(), z.int()),
          asOf: z.string(),
        }),
      )
      .describe('Years at earlier schools, as those counted them: shown beside the figures, never added to them.'),
    sessions: z.array(
      z.object({
        date: z.string(),
        session: z.enum(['AM', 'PM']),
        code: z.string().optional(),
        counts: z.enum(['attended', 'authorised', 'unauthorised', 'not-counted', 'no-mark']),
        why: z.string(),
      }),
    ),
  })
  .describe('A pupil’s attendance, session by session.')
