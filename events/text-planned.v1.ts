import * as z from 'zod'
import { LONGEST_REPLY } from './api/conversations.ts'
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
/** What a member of staff wrote, and who. */
const written = z.object({ by: z.string().min(1).max(64), body: z.string().min(1).max(LONGEST_REPLY) })

const toContact = z
  .object({
    ...ground,
    to: z.literal('contact'),
    kind: z.enum(['unreported', 'late', 'correction', 'warning', 'ladder', 'reminder', 'acknowledgement', 'reply']),
    step: z.string().max(40),
    pupils: z.array(pupilKey).min(1).max(20),
    contactId: pathId,
    ringOnly: z.boolean(),
    /** Of a reply alone: every other text is put into words just before it goes. */
    written: written.optional(),
  })
  .refine(({ kind, written: words }) => (kind === 'reply') === (words !== undefined), {
    path: ['written'],
    error: 'a reply has its words with it, and no other text has',
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
