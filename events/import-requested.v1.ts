import * as z from 'zod'
import { academyId, instant, pathId } from './values.ts'

export const CSV_FILES = ['roll', 'contacts', 'staff', 'agencies', 'marks', 'calendar'] as const
/** `ctf` is XML: what schools before this one said of pupils' attendance. */
export const IMPORT_FILES = [...CSV_FILES, 'ctf'] as const

const whole = z.int().min(0)

/** How far a long file of marks had come when its function's time was over: batches of registers that stand, and what was said of them. */
const GoesOn = z.object({
  after: whole,
  /** All batches of the file; another number means that it must be read from its beginning. */
  of: whole,
  counts: z.object({ added: whole, changed: whole, removed: whole, kept: whole, unchanged: whole }),
  kept: z.array(z.object({ line: whole, column: z.string(), what: z.string(), remedy: z.string() })).max(100),
})
export type GoesOn = z.infer<typeof GoesOn>

/** A file waits to be imported. `asOf` is the time of the facts in it: an older file never undoes newer marks. */
export const ImportRequestedV1 = z.object({
  academy: academyId,
  importId: pathId,
  file: z.enum(IMPORT_FILES),
  path: z.string().max(200),
  asOf: instant,
  /** The mapping that it must be read by. */
  mapping: pathId.exactOptional(),
  /** To be shown before it is applied. */
  preview: z.boolean().exactOptional(),
  /** Who has said that a file which takes much away is right. */
  confirmedBy: z.string().max(100).exactOptional(),
  goesOn: GoesOn.exactOptional(),
})
export type ImportRequested = z.infer<typeof ImportRequestedV1>
