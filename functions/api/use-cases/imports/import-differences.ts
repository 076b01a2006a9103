/** The differences of an import, read back page by page from where the import kept them. */
import * as z from 'zod'
import {
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceCounts,
  type DifferenceKind,
} from '../../../../shared/domain/imports/differences.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { DIFFERENCES_A_FILE, differencesPath } from '../../../../shared/imports/differences-path.ts'
import type { ImportReport } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'
import { cursorAt, PAGE_SIZE, readCursor } from '../../page.ts'
import { readWord } from '../../query.ts'

const DifferencesFile = z.array(
  z.object({
    kind: z.enum(DIFFERENCE_KINDS),
    of: z.string(),
    line: z.int().exactOptional(),
    fields: z.record(z.string(), z.object({ was: z.string().exactOptional(), now: z.string().exactOptional() })),
    because: z.string().exactOptional(),
  }) satisfies z.ZodType<Difference>,
)

export interface DifferencesPage {
  readonly counts: DifferenceCounts
  readonly kind: DifferenceKind
  readonly items: readonly Difference[]
  readonly next?: string
}

/** One page of a kind; the first kind that has any when none was asked for. */
export const readDifferences = async (call: Call, report: ImportReport): Promise<Result<DifferencesPage>> => {
  const { counts, fingerprint } = report.differences ?? {}
  if (counts === undefined || fingerprint === undefined)
    return refused(
      'no-differences',
      'No differences are kept of this import.',
      'They are kept of a file that waits for a person: import it with ?preview=true.',
    )
  const first = DIFFERENCE_KINDS.find((kind) => counts[kind] > 0) ?? 'added'
  const kind = call.request.query.kind === undefined ? ok(first) : readWord(call, 'kind', [...DIFFERENCE_KINDS])
  if (!kind.ok) return kind
  const after = readCursor(call)
  if (!after.ok) return after
  const from = Number(after.value ?? 0)
  if (!Number.isSafeInteger(from) || from < 0 || from % PAGE_SIZE !== 0)
    return refused('wrong-cursor', 'The cursor is not one of yours.', 'Begin again without a cursor.', 'cursor')
  const place = { academy: call.academy, importId: report.id, fingerprint, kind: kind.value, from }
  const bytes = await call.world.files(call.env.FILES_BUCKET).get(differencesPath(place))
  const rows = bytes ? DifferencesFile.parse(JSON.parse(new TextDecoder().decode(bytes))) : []
  const begin = from % DIFFERENCES_A_FILE
  const next = from + PAGE_SIZE
  return ok({
    counts,
    kind: kind.value,
    items: rows.slice(begin, begin + PAGE_SIZE),
    ...(next < counts[kind.value] ? { next: cursorAt(call, String(next)) } : {}),
  })
}
