/**
 * What was counted before a file of marks went live. A process that dies after its marks stand is followed by one that finds them counted
 * already, so the first to begin keeps what it found, and whoever comes after compares with that.
 */
import * as z from 'zod'
import { countedBefore } from '../../shared/counting/panels-after-import.ts'
import type { ClassTally } from '../../shared/domain/counting/class-tally.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const Counted = z.object({
  possible: z.int(),
  attended: z.int(),
  authorised: z.int(),
  unauthorised: z.int(),
  late: z.int(),
  partTime: z.int().exactOptional(),
})
const Pupils = z.record(z.string(), Counted)
const Kept = z.array(
  z.object({
    classId: z.string(),
    year: z.string(),
    version: z.int(),
    through: z.string().exactOptional(),
    pupils: Pupils,
    past: Pupils,
    enrolled: z.record(z.string(), z.object({ admitted: z.string(), left: z.string().exactOptional() })).default({}),
    roll: z.int().exactOptional(),
    amended: z.record(z.string(), z.string()).default({}),
  }) satisfies z.ZodType<ClassTally>,
)

export interface CountedAtFirst {
  readonly before: readonly ClassTally[] | undefined
  /** Another process began before this one, and may have died anywhere. */
  readonly again: boolean
}

/** `part`: names this call of this import, the same on every delivery of it. */
export const countedAtFirst = async (
  stores: Pick<Stores, 'tallies'>,
  files: Pick<Files, 'putNew' | 'get'>,
  { academy, part, today }: { readonly academy: string; readonly part: string; readonly today: string },
  rows: readonly { readonly date: string }[],
): Promise<CountedAtFirst> => {
  const now = await countedBefore(stores, academy, today, rows)
  if (now === undefined) return { before: undefined, again: false }
  const path = `imports/${academy}/counted/${part}.json`
  if ((await files.putNew(path, JSON.stringify(now), 'application/json')) === 'put')
    return { before: now, again: false }
  const kept = await files.get(path)
  if (kept === undefined) return { before: now, again: true }
  return { before: Kept.parse(JSON.parse(Buffer.from(kept).toString('utf8'))), again: true }
}
