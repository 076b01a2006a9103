import * as z from 'zod'
import { academyId, localDate } from './values.ts'

/** How often a provider is asked what became of one text: once before it is given up, and once after, which may take that back. */
export const MOST_ASKS = 2

/** A text that a provider took, to be asked after where no receipt has come by then. */
export const TextAskedV1 = z.object({
  ask: z.literal('what-became'),
  academy: academyId,
  /** The day the text is about. */
  date: localDate,
  /** Where its record stands. */
  reference: z.string().max(800),
  providerId: z.string().min(1).max(128),
  /** How often it was asked after before. */
  asked: z.int().min(0).max(MOST_ASKS),
})
export type TextAsked = z.output<typeof TextAskedV1>
