/** Paging staff about a task in turn, while nobody has dealt with it. */
import type { Facts } from './facts.ts'
import type { PageOrder } from './order.ts'
import type { StaffRole } from './people.ts'
import type { Wish } from './rule.ts'
import { addMinutes, type Instant } from './time.ts'

interface PageStep {
  readonly to: StaffRole
  readonly afterMinutes: number
}

/** A page that reached nobody: refused, not delivered, or nobody knows. */
const isLost = (facts: Facts, taskId: string, staffId: string): boolean =>
  Object.values(facts.task(taskId)?.pages ?? {}).some(
    (page) => page.contactId === staffId && ['refused', 'failed', 'uncertain'].includes(page.state),
  )

/**
 * The pages due by now, and the moment of the next. A step whose role nobody holds, who has no mobile, or whose page
 * did not arrive passes to the one after at once: a page to nobody must not cost ten minutes.
 */
export const pagesDue = (
  facts: Facts,
  taskId: string,
  since: Instant,
  steps: readonly PageStep[],
  wording: PageOrder['wording'],
): readonly Wish[] => {
  const wishes: Wish[] = []
  let passedOn = false
  for (const step of steps) {
    const due = addMinutes(since, step.afterMinutes)
    if (due > facts.now && !passedOn) return [...wishes, { do: 'look', at: due }]
    const reachable = facts.staff(step.to).filter((member) => member.mobile !== undefined)
    wishes.push(...reachable.map((member) => ({ do: 'page', taskId, staffId: member.staffId, wording }) as const))
    passedOn = reachable.every((member) => isLost(facts, taskId, member.staffId))
  }
  return wishes
}
