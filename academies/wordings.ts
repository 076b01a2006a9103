/** The texts a policy puts into words, and the fields each may hold. */
import * as z from 'zod'

/** What may stand in a wording, by kind of text. Never a code, a reason or a rate in a text about today. */
export const MERGE_FIELDS = {
  unreported: ['school', 'names', 'date', 'session', 'phone'],
  'unreported-ring-only': ['school', 'phone'],
  late: ['school', 'names', 'date', 'session', 'time', 'phone'],
  'late-ring-only': ['school', 'phone'],
  correction: ['school', 'names', 'date', 'time', 'phone'],
  'correction-ring-only': ['school', 'phone'],
  ladder: ['school', 'names', 'date', 'phone'],
  'ladder-ring-only': ['school', 'phone'],
  acknowledgement: ['school', 'phone'],
  'page-brake': ['school', 'link'],
  'page-safeguarding': ['school', 'link'],
  'page-referral': ['school', 'link'],
  'page-late-sweep': ['school', 'link'],
} as const
export type WordingName = keyof typeof MERGE_FIELDS

export const wordings = z.strictObject(
  Object.fromEntries(Object.keys(MERGE_FIELDS).map((name) => [name, z.string().min(1).max(600)])) as Record<
    WordingName,
    z.ZodString
  >,
)
