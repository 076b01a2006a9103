import * as z from 'zod'
import type { Act, ImportReport, Stores } from '../../../ports/stores.ts'
import { getItem } from '../read.ts'
import { type Db, updateIf } from '../write.ts'
import { importKey } from './import-keys.ts'

const counts = z.object({ added: z.int(), changed: z.int(), removed: z.int(), kept: z.int(), unchanged: z.int() })

const ImportItem = z.object({
  body: z.object({
    id: z.string(),
    file: z.string(),
    state: z.enum(['waiting', 'checking', 'held', 'live', 'refused', 'failed']),
    at: z.string(),
    rows: z.int(),
    done: z.int(),
    problems: z.array(z.object({ line: z.int(), column: z.string(), what: z.string(), remedy: z.string() })),
    asked: z.object({ mapping: z.string().exactOptional(), preview: z.boolean().exactOptional() }).exactOptional(),
    mapping: z.string().exactOptional(),
    differences: z.object({ counts, fingerprint: z.string().exactOptional() }).exactOptional(),
    request: z.object({ path: z.string(), asOf: z.string() }).exactOptional(),
    confirmedBy: z.string().exactOptional(),
  }) satisfies z.ZodType<ImportReport>,
})

/** Reports of imports; each replaces the one before. What is in a problem stays out of the act: it may quote a file. */
export const importStore = (db: Db): Pick<Stores, 'putImport' | 'importReport'> => ({
  putImport: async (academy, report) => {
    const { id, file, state, at, rows, done, problems, confirmedBy } = report
    const act: Act = {
      at,
      by: 'system',
      kind: 'import-reported',
      detail: {
        import: id,
        file,
        state,
        rows,
        done,
        problems: problems.length,
        ...(confirmedBy ? { confirmedBy } : {}),
      },
    }
    await updateIf(db, {
      Key: importKey(academy, id),
      UpdateExpression: 'SET body = :body, act = :act ADD v :one',
      ExpressionAttributeValues: { ':body': report, ':act': act, ':one': 1 },
    })
  },
  importReport: async (academy, importId) => {
    const item = await getItem(db, importKey(academy, importId))
    return item && ImportItem.parse(item).body
  },
})
