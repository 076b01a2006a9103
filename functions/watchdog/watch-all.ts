import type { Instant } from '../../shared/domain/time.ts'
import { begunPolicy } from '../../shared/follow-up/begun-policy.ts'
import type { LookPorts } from '../../shared/follow-up/look-at-day.ts'
import { errorName } from '../../shared/platform/function-kinds.ts'

/** What is watched of one academy. */
type Watch = (academy: string, now: Instant) => Promise<void>

/**
 * Watches every academy, whatever becomes of the others: the school whose record cannot be read must not hide that another's families were not
 * texted. An academy whose first policy begins on a later day has nothing to watch. Throws at the end when one could not be watched, so that the
 * operator is called.
 */
export const watchAll = async (
  watches: readonly Watch[],
  now: Instant,
  { stores, log }: Pick<LookPorts, 'stores' | 'log'>,
): Promise<void> => {
  const failed: unknown[] = []
  for (const academy of await stores.policies.academies()) {
    for (const watch of watches) {
      try {
        await watch(academy, now)
      } catch (error) {
        if ((await begunPolicy(stores, academy, now).catch(() => true)) === undefined) continue
        log.write('NOT_WATCHED', { academy, error: errorName(error) })
        failed.push(error)
      }
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'An academy could not be watched')
}
