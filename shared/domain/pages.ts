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

/**
 * The pages due by now, and the moment of the next. A step whose role nobody holds, or who has no mobile, passes to the one after at
 * once: a page to nobody must not cost ten minutes.
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
    passedOn = reachable.length === 0
  }
  return wishes
}
