/** Holds, risks of visits, cover, closures, late openings and stopped contacts as items. */
import * as z from 'zod'
import type { Closure } from '../../../domain/calendar.ts'
import type { Cover } from '../../../domain/cover.ts'
import type { Hold } from '../../../domain/known.ts'
import type { LateOpening } from '../../../domain/late-opening.ts'
import type { StoppedTexts } from '../../../domain/people.ts'
import type { VisitRisk } from '../../../domain/visit.ts'
import { holding, session } from '../values.ts'

export const HoldItem = holding(
  z.object({
    pupil: z.string(),
    because: z.string(),
    by: z.string(),
    at: z.string(),
    review: z.string(),
  }) satisfies z.ZodType<Hold>,
)

export const ClosureItem = holding(
  z.object({
    id: z.string(),
    from: z.string(),
    until: z.string(),
    sessions: z.array(session),
    code: z.enum(['#', 'Y4']),
    because: z.string(),
    by: z.string(),
    at: z.string(),
  }) satisfies z.ZodType<Closure>,
)

export const LateOpeningItem = holding(
  z.object({
    date: z.string(),
    opens: z.string(),
    because: z.string(),
    by: z.string(),
    at: z.string(),
  }) satisfies z.ZodType<LateOpening>,
)

export const RiskItem = holding(
  z.object({
    pupil: z.string(),
    note: z.string(),
    twoPeople: z.boolean(),
    by: z.string(),
    at: z.string(),
  }) satisfies z.ZodType<VisitRisk>,
)

export const CoverItem = holding(
  z.object({
    id: z.string(),
    of: z.string(),
    by: z.string(),
    from: z.string(),
    until: z.string(),
    because: z.string(),
    setBy: z.string(),
    at: z.string(),
  }) satisfies z.ZodType<Cover>,
)

export const StopItem = holding(
  z.object({
    contactId: z.string(),
    because: z.enum(['stop', 'wrong-number']),
    mobile: z.string(),
  }) satisfies z.ZodType<StoppedTexts>,
)
