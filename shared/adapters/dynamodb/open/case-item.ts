import * as z from 'zod'
import type { Case } from '../../../domain/case.ts'
import type { Act } from '../../../ports/stores.ts'
import type { Key } from '../table.ts'
import { holding } from '../values.ts'
import type { Item } from '../write.ts'

type Body = Omit<Case, 'version'>

const step = z.object({
  day: z.int(),
  step: z.string(),
  at: z.string(),
  how: z.enum(['due', 'skipped', 'held', 'advanced']),
  because: z.string().exactOptional(),
})
const visit = z.object({
  at: z.string(),
  by: z.string(),
  card: z.string().exactOptional(),
  childSeen: z.boolean(),
  spokeTo: z.string().exactOptional(),
  note: z.string().exactOptional(),
})

const CaseItem = holding(
  z.object({
    caseId: z.string(),
    pupil: z.string(),
    opened: z.string(),
    days: z.array(z.string()),
    steps: z.array(step),
    visits: z.array(visit),
    closed: z.object({ at: z.string(), on: z.string(), by: z.string(), because: z.string() }).exactOptional(),
  }) satisfies z.ZodType<Body>,
)

export const toCaseItem = (key: Key, body: Body, version: number, act: Act): Item => ({ ...key, v: version, body, act })

export const fromCaseItem = (found: Item): Case => {
  const { v, body } = CaseItem.parse(found)
  return { ...body, version: v }
}
