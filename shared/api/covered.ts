/** For whom a caller covers at this moment, and what that lets them do. */
import { STAFF_ROLES } from '../../events/api/people.ts'
import { coveredBy } from '../domain/cover.ts'
import type { Instant } from '../domain/time.ts'
import { policyAt } from '../follow-up/load-known.ts'
import type { Stores } from '../ports/stores.ts'
import type { Caller, Role } from './guard.ts'

interface Asked {
  readonly academy: string
  readonly caller: Caller
  readonly stores: Stores
  readonly now: Instant
}

export interface Covered {
  readonly roles: readonly Role[]
  /** Staff ids of the colleagues. */
  readonly colleagues: readonly string[]
}

const NOBODY: Covered = { roles: [], colleagues: [] }

/** As the console names a role: a deputy safeguarding lead does what the safeguarding lead does. */
const roleOf = (role: string): readonly Role[] => {
  const named = role === 'deputy-dsl' ? 'dsl' : role
  return STAFF_ROLES.filter((each) => each === named)
}

export const coveredNow = async ({ academy, caller, stores, now }: Asked): Promise<Covered> => {
  const covers = (await stores.covers(academy)).filter(({ by }) => by === caller.sub)
  if (covers.length === 0) return NOBODY
  const [{ date }, staff] = await Promise.all([policyAt(stores, academy, now), stores.roll.staff(academy)])
  const colleagues = coveredBy(staff, covers, caller.sub, date)
  return { roles: colleagues.flatMap(({ role }) => roleOf(role)), colleagues: colleagues.map(({ staffId }) => staffId) }
}

/**
 * The roles of somebody of the school, with those of colleagues they cover for where their own do not let them in. Whoever is let in anyway
 * costs no reading more: registers are taken and arrivals entered all morning.
 */
export const withCovered = async (
  asked: Asked,
  own: readonly Role[],
  allowed: readonly Role[],
  isToKnow = false,
): Promise<readonly Role[]> => {
  if (own.length === 0 || (!isToKnow && own.some((role) => allowed.includes(role)))) return own
  return [...new Set([...own, ...(await coveredNow(asked)).roles])]
}
