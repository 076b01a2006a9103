/**
 * Whether a matter met the threshold without ever having been near it: a school day brings two sessions at most, so that marks of many days
 * came in together, as after a first import, a late one, or a change in bulk.
 */
import type { PenaltyCount } from '../counting/penalty.ts'
import type { LocalDate } from '../time.ts'
import type { PenaltyRecord } from './record.ts'

/** `through`: the last date counted. A matter that people have looked at before is no surprise to them. */
export const metAtOnce = (
  { case: matter, considered }: Pick<PenaltyRecord, 'case' | 'considered'>,
  { standing, counted }: Pick<PenaltyCount, 'standing' | 'counted'>,
  { warnAt }: { readonly warnAt: number },
  through: LocalDate,
): boolean =>
  matter === undefined &&
  considered.length === 0 &&
  standing === 'met' &&
  counted.filter(({ date }) => date < through).length >= warnAt
