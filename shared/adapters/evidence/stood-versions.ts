/** Reads the versions of a register back from the evidence. */
import * as z from 'zod'
import type { Session } from '../../domain/codes.ts'
import type { StoodVersion } from '../../domain/evidence/as-it-stood.ts'
import type { Mark } from '../../domain/register.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { Envelopes, EvidenceShelf } from '../../ports/evidence.ts'
import { code, markSource } from '../dynamodb/values.ts'

const MarkShape = z.object({
  code,
  source: markSource,
  minutesLate: z.int().exactOptional(),
  note: z.string().exactOptional(),
  inMis: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Mark>

const VersionDetail = z.object({
  version: z.int(),
  submitted: z.boolean(),
  act: z.string(),
  marks: z.record(z.string(), MarkShape),
})

interface Place {
  readonly date: LocalDate
  readonly session: Session
  readonly classId: string
}

/** Every version of one class's register that is evidence. Throws when one of them is not what was enclosed. */
export const stoodVersions = async (
  academy: string,
  { date, session, classId }: Place,
  { shelf, envelopes }: { readonly shelf: EvidenceShelf; readonly envelopes: Envelopes },
): Promise<readonly StoodVersion[]> => {
  const names = (await shelf.versionsOn(academy, date)).filter(
    (name) => name.session === session && name.classId === classId,
  )
  const read = names.map(async (name): Promise<readonly StoodVersion[]> => {
    const enclosed = await shelf.version(academy, name)
    const opened = enclosed && (await envelopes.open(enclosed))
    if (!opened) return []
    const { entry } = opened
    const detail = VersionDetail.parse(entry.detail)
    return [{ date, session, classId, ...detail, savedAt: entry.at, savedBy: entry.by }]
  })
  return (await Promise.all(read)).flat()
}
