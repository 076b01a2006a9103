import * as z from 'zod'
import { academyId, instant, localDate, pathId, pupilKey, session } from './values.ts'

const ground = {
  academy: academyId,
  /** The day the text is about. */
  date: localDate,
  session,
  usefulUntil: instant,
  rule: z.string().max(60),
  clause: z.string().max(200),
  /** Policy version that decided. */
  policy: z.string().max(32),
  /** How often the provider was asked for this text and had none. */
  lookUps: z.int().min(0).max(9).optional(),
}

/** A text to one contact about one or more of their children: planned, not yet claimed. */
const toContact = z.object({
  ...ground,
  to: z.literal('contact'),
  kind: z.enum(['unreported', 'late', 'correction', 'warning', 'ladder', 'reminder', 'acknowledgement']),
  step: z.string().max(40),
  pupils: z.array(pupilKey).min(1).max(20),
  contactId: pathId,
  ringOnly: z.boolean(),
})

/** A page to staff about a task. */
const toStaff = z.object({
  ...ground,
  to: z.literal('staff'),
  kind: z.literal('page'),
  taskId: pathId,
  staffId: pathId,
  wording: z.enum(['page-brake', 'page-safeguarding', 'page-referral', 'page-late-sweep']),
})

export const TextPlannedV1 = z.discriminatedUnion('to', [toContact, toStaff])
export type TextPlanned = z.infer<typeof TextPlannedV1>
