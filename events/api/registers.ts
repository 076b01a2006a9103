import * as z from 'zod'
import { localDate, session } from '../values.ts'

/** Codes are checked against the pupil and the session afterwards, so that the answer can say what is wrong with which. */
export const MarkBody = z.strictObject({
  code: z.string().min(1).max(4).describe('A national attendance code. Not in the room is N.'),
  note: z.string().max(200).optional().describe('Needed by K, B and Y7.'),
  minutesLate: z.int().min(0).max(480).optional(),
})

export const RegisterBody = z.strictObject({
  marks: z
    .record(
      z.string().regex(/^[A-Za-z0-9_-]{1,32}$/, 'a pupil id has 1 to 32 letters, digits, hyphens or underscores'),
      MarkBody,
    )
    .refine((marks) => Object.keys(marks).length <= 200, 'a register has at most 200 pupils')
    .describe('Mark by pupil id.'),
  submitted: z.boolean().describe('False keeps a draft; nobody is followed up from a draft.'),
})

const HeldMark = z.object({
  code: z.string(),
  source: z
    .enum(['teacher', 'office', 'known', 'arrival', 'close', 'import', 'closure'])
    .describe('Who put it there; known: filled in from what the school was told ahead.'),
  minutesLate: z.int().optional(),
  note: z.string().optional(),
})

export const RegisterAnswer = z
  .object({
    date: localDate,
    session,
    class: z.string(),
    version: z.int().describe('0: never saved. Send it as If-Match.'),
    submitted: z.boolean(),
    marks: z.record(z.string(), HeldMark.nullable()).describe('By pupil id, everybody on the roll; null: no mark yet.'),
    markedIn: z
      .record(z.string(), z.string())
      .optional()
      .describe('Pupils who have moved here since they were marked, and the class whose register has their mark.'),
    closed: z.string().optional().describe('The code everybody holds because the session is not school.'),
    presentOverKnownAbsence: z.array(z.string()).optional(),
    askedTheOffice: z.array(z.string()).optional(),
  })
  .describe('A register.')

export const MarkChangeBody = z.strictObject({
  code: z.string().min(1).max(4),
  because: z.string().trim().min(3).max(300).describe('Kept with the old code, the new code, who and when.'),
  note: z.string().max(200).optional(),
  was: z
    .string()
    .max(4)
    .nullable()
    .optional()
    .describe(
      'The code that was seen when the correction was decided, null for no mark. Where another stands by now, nothing is changed and 409 shows it.',
    ),
})

export const ArrivalBody = z.strictObject({
  at: z.iso
    .datetime({ error: 'an instant is UTC with Z, like 2026-01-12T09:22:00Z' })
    .describe('When the pupil came in.'),
  because: z.string().trim().max(300).optional(),
  code: z.string().max(4).optional().describe('A more fitting code, such as M; needs the office and a reason.'),
})

export const DepartureBody = ArrivalBody.omit({ code: true })

export const AbsenceBody = z
  .strictObject({
    from: z.iso.date({ error: 'a date is YYYY-MM-DD' }),
    until: z.iso
      .date({ error: 'a date is YYYY-MM-DD' })
      .optional()
      .describe('The last day absent; the first when left out.'),
    reason: z.string().trim().min(2).max(300).describe('In the parent’s words.'),
    code: z.string().max(4).optional().describe('When the school has decided it; left out, the code is chosen later.'),
    reportedBy: z.string().trim().min(1).max(80).describe('A contact id, or who rang.'),
    via: z.string().max(20).describe('phone, text, line, page or in-person, as the policy allows.'),
    sessions: z
      .array(z.enum(['AM', 'PM']))
      .min(1)
      .max(2)
      .optional(),
    note: z.string().max(200).optional(),
  })
  .refine((body) => body.until === undefined || body.from <= body.until, {
    path: ['until'],
    error: 'until is not before from',
  })
