/**
 * Counts at the day's end what its texts are held to cost, and tells the Lead once a month when that is more than the policy expects. It
 * stops nothing: no text about a missing child waits for money.
 */

import type { Policy } from '../../academies/policy.ts'
import type { AbsenceCard } from '../domain/absence.ts'
import { assigned } from '../domain/assigned.ts'
import { idOf } from '../domain/ids.ts'
import { penceOf } from '../domain/texts/spend.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

const GROUND = { rule: 'spend-watch', clause: 'Housekeeping: what texts cost is seen in time' }

export interface CountedDay {
  readonly academy: string
  readonly date: LocalDate
  readonly cards: readonly AbsenceCard[]
  readonly policy: Policy
  readonly policyVersion: string
}

/** Counting a day twice counts it once; the task of a month is raised once, whatever became of it. */
export const watchSpend = async (stores: Stores, day: CountedDay, now: Instant): Promise<void> => {
  const { academy, date, policy } = day
  const pence = penceOf(day.cards, policy)
  if (pence === 0) return
  const by = { ...GROUND, at: now, by: 'system', policy: day.policyVersion }
  await stores.spend.put(academy, date, pence, { ...by, kind: 'texts-counted', detail: { pence } })
  const month = date.slice(0, 7)
  const pounds = (await stores.spend.of(academy, month)) / 100
  const { warnAtPounds } = policy.texts
  // The day that goes over it tells; those after it only add.
  if (pounds <= warnAtPounds || pounds - pence / 100 > warnAtPounds) return
  const id = idOf(month, 'spend')
  if ((await stores.task(academy, id)) !== undefined) return
  await stores.raiseTask(
    academy,
    {
      ...GROUND,
      id,
      kind: 'spend',
      date,
      version: 1,
      pupils: [],
      raised: now,
      ...assigned(policy.duties.spend, now),
      urgent: false,
      state: 'open',
      why: `The texts of this month are held to cost £${pounds.toFixed(2)}, more than the £${warnAtPounds} the policy expects. Nothing is stopped.`,
      pages: {},
    },
    { ...by, kind: 'task-raised', detail: { task: id, task_kind: 'spend' } },
  )
}
