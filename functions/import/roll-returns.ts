/**
 * A roll enters names in the admission register and takes others away: the authority is told of both by law. Asked for before the roll goes
 * live, while the leavers are still known; an import that is brought again asks for the same returns once.
 */

import type { RollEntry } from '../../shared/domain/people.ts'
import { childOf } from '../../shared/domain/returns/authority-return.ts'
import { newPupilDue, rollChanges } from '../../shared/domain/returns/roll-changes.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import { calendarOf } from '../../shared/follow-up/load-known.ts'
import type { RollPupil } from '../../shared/imports/roll.ts'
import type { PolicyVersion, Stores } from '../../shared/ports/stores.ts'
import { askReturn } from '../../shared/returns/ask-return.ts'

export const askRollReturns = async (
  stores: Stores,
  at: PolicyVersion & { readonly academy: string; readonly now: Instant; readonly today: LocalDate },
  before: readonly RollEntry[],
  after: readonly RollPupil[],
): Promise<void> => {
  const { academy, now, today, policy, version } = at
  const { joined, left } = rollChanges(before, after, today, policy)
  if (joined.length + left.length === 0) return
  const moment = { academy, now, today, policy, policyVersion: version, by: 'import' }
  const calendar = await calendarOf(stores, academy, policy)
  for (const pupil of joined) {
    const due = newPupilDue(pupil.admitted, calendar, policy)
    await askReturn(
      stores,
      { kind: 'new-pupil', pupil: pupil.key, child: childOf(pupil), from: pupil.admitted, due },
      moment,
    )
  }
  const leavers = await stores.roll.pupils(
    academy,
    left.map(({ entry }) => entry.key),
  )
  for (const { entry, on } of left) {
    // Whoever comes with a leaving date is on no roll yet.
    const pupil = leavers[entry.key] ?? after.find(({ key }) => key === entry.key)
    if (pupil === undefined) continue
    const child = { ...childOf(pupil), left: on }
    await askReturn(stores, { kind: 'deletion', pupil: entry.key, child, from: on, due: on }, moment)
  }
}
