/** Shapes that several items share. */
import * as z from 'zod'
import { ALL_CODES } from '../../domain/codes.ts'

export const code = z.enum(ALL_CODES)
export const session = z.enum(['AM', 'PM'])
export const via = z.enum(['phone', 'text', 'line', 'page', 'in-person'])
export const role = z.enum(['teacher', 'office', 'lead', 'head', 'dsl', 'deputy-dsl', 'governor', 'trust', 'visitor'])
export const textKind = z.enum([
  'unreported',
  'late',
  'correction',
  'warning',
  'ladder',
  'reminder',
  'acknowledgement',
  'page',
])

/** An item that holds one thing whole, with the version beside it. */
export const holding = <S extends z.ZodType>(body: S) => z.object({ sk: z.string(), v: z.int(), body })
