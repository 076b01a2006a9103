/**
 * Persistent lateness: so many late arrivals in a school year, and as many again each time, before the register closed or after.
 * Source: the attendance policy, "Lates": persistent lateness is brought to the attention of the Head or the lead as soon as possible.
 */
import type { Tally } from '../counting/tally.ts'
import type { StageRecord } from './stage.ts'
import type { Thresholds } from './steps.ts'

export const isPersistentlyLate = (
  { late }: Pick<Tally, 'late'>,
  { lateEvery }: Pick<Thresholds, 'lateEvery'>,
): boolean => late >= lateEvery

/**
 * The record once the Lead has been told of all lateness so far; as it is when there is nothing new to tell. Marks that turn out not to be late
 * take nothing back, so that the same lateness is never told twice.
 */
export const afterLateness = (
  record: StageRecord,
  { late }: Pick<Tally, 'late'>,
  { lateEvery }: Pick<Thresholds, 'lateEvery'>,
): StageRecord => {
  const times = Math.floor(late / lateEvery)
  return times > (record.latenessTold ?? 0) ? { ...record, latenessTold: times } : record
}
