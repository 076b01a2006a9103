/** A calendar has gone live: somebody is asked about days with registers that it closes, and no more about those that it opened again. */
import type { Policy } from '../../academies/policy.ts'
import { askAboutClosedDays } from '../../shared/counting/closed-days.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import { calendarOf } from '../../shared/follow-up/load-known.ts'
import type { Stores } from '../../shared/ports/stores.ts'

export interface LiveCalendar {
  readonly academy: string
  readonly now: Instant
  readonly confirmedBy?: string | undefined
  readonly policy: Policy
  readonly version: string
}

export const askAboutCalendar = async (
  stores: Stores,
  closed: readonly LocalDate[],
  { academy, now, confirmedBy, policy, version }: LiveCalendar,
): Promise<void> => {
  const [calendar, { closures, tasks }] = await Promise.all([calendarOf(stores, academy, policy), stores.open(academy)])
  const asked = tasks.filter(({ kind }) => kind === 'closed-day').map(({ date }) => date)
  const dates = [...new Set([...closed, ...asked])].toSorted()
  const by = confirmedBy ?? 'import'
  await askAboutClosedDays(
    stores,
    dates,
    { calendar, closures, zone: policy.zone },
    {
      academy,
      now,
      by,
      policy,
      policyVersion: version,
    },
  )
}
