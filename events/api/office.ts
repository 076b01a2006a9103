import * as z from 'zod'
import { localDate, localTime, pathId } from '../values.ts'

const because = z.string().trim().min(3, 'a reason has at least 3 letters').max(300).describe('Kept with who and when.')
const instant = z.iso.datetime({ error: 'an instant is UTC with Z, like 2026-01-12T09:22:00Z' })

export const BecauseBody = z.strictObject({ because })

export const OutcomeBody = z.strictObject({
  what: z.string().trim().min(2).max(200).describe('What came of it, in the doer’s words.'),
  note: z.string().max(500).optional(),
  contact: z.enum(['made', 'none']).optional().describe('An entitled adult said where the child is.'),
  childSeen: z.boolean().optional().describe('Staff saw the child.'),
  read: z
    .array(pathId)
    .max(1000)
    .optional()
    .describe('The replies that were read, where somebody unknown wrote several: no task is ended over words unread.'),
})

export const ConfirmBody = z.strictObject({
  code: z.string().min(1).max(4).optional().describe('The code the school gives; the proposed one when left out.'),
  until: localDate.optional(),
  from: localDate.optional().describe('The first day it speaks of; as it was read when left out.'),
  pupils: z.array(pathId).min(1).max(20).optional().describe('Only these of the children it is about.'),
})

export const DismissBody = z.strictObject({
  because,
  pupils: z
    .array(pathId)
    .min(1)
    .max(20)
    .optional()
    .describe('Only these of the children it is about; all that nobody has judged when left out.'),
})

export const HoldBody = z.strictObject({
  because,
  review: localDate.describe('When the hold is looked at again.'),
  family: z
    .boolean()
    .default(true)
    .describe('Brothers and sisters too: pupils who share a contact’s mobile. False holds this child alone.'),
})

export const ClosureBody = z
  .strictObject({
    from: localDate,
    until: localDate,
    sessions: z
      .array(z.enum(['AM', 'PM']))
      .min(1)
      .max(2),
    code: z.enum(['#', 'Y4']).describe('# planned, Y4 unexpected.'),
    because,
  })
  .refine((body) => body.from <= body.until, { path: ['until'], error: 'until is not before from' })

export const LateOpeningBody = z.strictObject({
  date: localDate,
  opens: localTime.describe('When the morning register begins that day, local.'),
  because,
})

export const StepBody = z.strictObject({ do: z.enum(['skip', 'hold', 'advance']), because })

export const VisitBody = z.strictObject({
  pupil: pathId,
  at: instant,
  childSeen: z.boolean(),
  spokeTo: z.string().trim().max(80).optional().describe('A contact id, or who came to the door.'),
  contact: z.enum(['made', 'none']).optional().describe('An entitled adult said where the child is.'),
  cardLeft: z.boolean().optional().describe('A numbered calling card was left.'),
  note: z.string().max(500).optional(),
  task: pathId.optional().describe('The visit task it answers: its number stands on the card that was left.'),
})
