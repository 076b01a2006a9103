/** Marks of long ago that somebody changed: what was sent about their dates is no longer so. */
import { schoolYearOf } from '../calendar.ts'
import type { Span } from '../counting/window.ts'
import { addDays, type Instant, type LocalDate } from '../time.ts'
import type { ExtractKind } from './extract.ts'

export interface LateChange {
  readonly date: LocalDate
  /** When a mark of the date was last changed. */
  readonly at: Instant
}

/**
 * Days within which marks still settle: every N has its reason or is O by then, and the next periods look back on them. A change that comes later
 * than this is written down, so that it is not looked for.
 */
export const SETTLING_DAYS = 8

/** A mark of the date that changes now is a late change. */
export const isLate = (date: LocalDate, at: Instant): boolean => date < addDays(at.slice(0, 10), -SETTLING_DAYS)

/** Whether an extract that was looked at then could say otherwise now. */
export const isTouched = (
  { needs }: Pick<ExtractKind, 'needs'>,
  { from, until }: Span,
  lookedAt: Instant,
  changes: readonly LateChange[],
): boolean => {
  const counts: Span | undefined = needs.includes('year')
    ? { from: schoolYearOf(until), until }
    : needs.includes('marks')
      ? { from, until }
      : undefined
  return changes.some(
    ({ date, at }) => counts !== undefined && counts.from <= date && date <= counts.until && at > lookedAt,
  )
}
