/** Lines of an events file: what people do on a day that is played, beside the registers. Explained in docs/day.md. */
import * as z from 'zod'
import { academyId, instant, localDate, localTime, pathId, session } from './values.ts'

const base = {
  /** A local clock time of the day played, or an instant. What the timetable does at that moment comes first. */
  at: z.union([localTime, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/), instant], {
    error: 'a time is HH:MM, HH:MM:SS or a UTC instant with Z',
  }),
  academy: academyId.optional(),
}
const mobile = z.string().regex(/^\+\d{7,15}$/, 'a number is in the form +447700900123')
const because = z.string().min(1).max(300)
const code = z.string().min(1).max(2)

export const DayEventV1 = z.discriminatedUnion('kind', [
  /** A parent rings the office. */
  z.strictObject({
    ...base,
    kind: z.literal('call'),
    pupil: pathId,
    reason: z.string().min(1).max(300).default('ill'),
    code: code.optional(),
    from: localDate.optional(),
    until: localDate.optional(),
    reportedBy: z.string().min(1).max(80).default('parent'),
    via: z.string().min(1).max(20).default('phone'),
  }),
  /** A text to the school: from a number, or from whoever was last texted about the pupil. */
  z
    .strictObject({
      ...base,
      kind: z.literal('reply'),
      pupil: pathId.optional(),
      from: mobile.optional(),
      to: mobile.optional(),
      body: z.string().max(20_000),
    })
    .refine(({ pupil, from }) => pupil !== undefined || from !== undefined, {
      error: 'say whose reply it is: "pupil" or "from"',
      path: ['from'],
    }),
  /** What became of the last text about the pupil, or to a number. */
  z
    .strictObject({
      ...base,
      kind: z.literal('receipt'),
      pupil: pathId.optional(),
      to: mobile.optional(),
      state: z.enum(['delivered', 'failed']),
    })
    .refine(({ pupil, to }) => pupil !== undefined || to !== undefined, {
      error: 'say which text: "pupil" or "to"',
      path: ['to'],
    }),
  /** The pupil comes in, now or at an earlier moment that is entered now. */
  z.strictObject({
    ...base,
    kind: z.literal('arrival'),
    pupil: pathId,
    arrived: localTime.optional(),
    because: because.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('departure'), pupil: pathId, because }),
  /** The office changes a mark. */
  z.strictObject({ ...base, kind: z.literal('mark'), pupil: pathId, session, code, because }),
  /** A register that comes in by hand, such as a late one. */
  z.strictObject({
    ...base,
    kind: z.literal('register'),
    class: z.string().min(1).max(60),
    session,
    marks: z.record(pathId, code),
  }),
  /** The school closes. */
  z.strictObject({
    ...base,
    kind: z.literal('closure'),
    sessions: z.array(session).min(1).default(['AM', 'PM']),
    code: z.enum(['#', 'Y4']).default('Y4'),
    because,
  }),
  /** School opens later this morning; registers of the marks file come in then. */
  z.strictObject({ ...base, kind: z.literal('late-opening'), opens: localTime, because }),
])
export type DayEvent = z.infer<typeof DayEventV1>
