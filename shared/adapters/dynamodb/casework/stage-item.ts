/** A pupil's stage as an item: a few hundred bytes, and none for the many who never cross a line. */
import * as z from 'zod'
import type { StageRecord } from '../../../domain/stages/stage.ts'
import { type Crossing, type DueStep, type SentStep, STEPS } from '../../../domain/stages/steps.ts'
import type { Act } from '../../../ports/act.ts'
import { coded, toCoded } from '../registers/tally-item.ts'
import { openKey, restOfKey } from '../table.ts'
import type { Item } from '../write.ts'
import { stageKey } from '../year-keys.ts'

const CrossingItem = z.object({
  step: z.enum(STEPS),
  on: z.string(),
  tally: coded,
  meeting: z
    .object({ id: z.string().exactOptional(), date: z.string(), time: z.string(), place: z.string() })
    .exactOptional(),
  released: z.object({ by: z.string(), at: z.string() }).exactOptional(),
})
const SentItem = CrossingItem.extend({
  at: z.string(),
  letters: z.array(z.string()).exactOptional(),
  corrected: z.object({ on: z.string(), now: coded, holds: z.boolean() }).exactOptional(),
  stands: z.object({ by: z.string(), at: z.string() }).exactOptional(),
})

const StageItem = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.int(),
  cycle: z.int(),
  sent: z.array(SentItem),
  due: CrossingItem.exactOptional(),
  since: z.string().exactOptional(),
  review: z.string().exactOptional(),
  waits: z.string().exactOptional(),
  lates: z.int().exactOptional(),
})

const toCrossing = <T extends Crossing>(crossing: T) => ({ ...crossing, tally: toCoded(crossing.tally) })

const toSent = (step: SentStep) => ({
  ...toCrossing(step),
  ...(step.corrected && { corrected: { ...step.corrected, now: toCoded(step.corrected.now) } }),
})

/** The record as its next version. */
export const toStageItem = (academy: string, record: StageRecord, act: Act): Item => ({
  ...stageKey(academy, record.year, record.pupil),
  v: record.version + 1,
  cycle: record.cycle,
  sent: record.sent.map(toSent),
  ...(record.due && { due: toCrossing(record.due) }),
  ...(record.recoveringSince === undefined ? {} : { since: record.recoveringSince }),
  ...(record.reviewSince === undefined ? {} : { review: record.reviewSince }),
  ...(record.waitsSince === undefined ? {} : { waits: record.waitsSince }),
  ...(record.latenessTold === undefined ? {} : { lates: record.latenessTold }),
  act,
})

export const fromStageItem = (item: Item): StageRecord => {
  const { pk, sk, v, cycle, sent, due, since, review, waits, lates } = StageItem.parse(item)
  return {
    pupil: restOfKey(sk, 1),
    year: restOfKey(pk, 3),
    version: v,
    cycle,
    sent,
    ...(due && { due }),
    ...(since === undefined ? {} : { recoveringSince: since }),
    ...(review === undefined ? {} : { reviewSince: review }),
    ...(waits === undefined ? {} : { waitsSince: waits }),
    ...(lates === undefined ? {} : { latenessTold: lates }),
  }
}

const DueItem = CrossingItem.extend({ sk: z.string(), year: z.string() })

/** What is due, among what is open: the history of it is the record's, so it carries no act. */
export const toDueItem = (academy: string, { pupil, year, ...crossing }: DueStep): Item => ({
  ...openKey(academy, 'DUE', pupil),
  ...toCrossing(crossing),
  year,
})

export const fromDueItem = (item: Item): DueStep => {
  const { sk, ...due } = DueItem.parse(item)
  return { ...due, pupil: restOfKey(sk, 1) }
}
