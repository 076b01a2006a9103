/**
 * Marks of days gone by were changed after a letter had told of them. The letter stays as it went; beside it stands what the figures are now,
 * and where it would not have gone by them, everything further waits for a person. Exactly what counting the registers again would give.
 */
import { schoolYearOf } from '../calendar.ts'
import type { Code } from '../codes.ts'
import { afterChange, type Tally } from '../counting/tally.ts'
import type { LocalDate } from '../time.ts'
import { annotate, type StageRecord } from './stage.ts'
import { isLetterStep, type SentStep, type Thresholds } from './steps.ts'

export interface MarkChange {
  readonly date: LocalDate
  /** As they count; absent where there was, or is, no mark that counts. */
  readonly was?: Code
  readonly is?: Code
}

/** A letter that would not have gone by the marks of now, and nobody has looked at that yet. */
export const isInDoubt = ({ corrected, stands }: SentStep): boolean =>
  corrected?.holds === false && stands === undefined

/** The step with the figures behind it as they are `now`, or without a note where they are again what they were. */
export const noted = (sent: SentStep, now: Tally, on: LocalDate, thresholds: Thresholds): SentStep => {
  const { corrected, holds } = annotate(sent, now, thresholds)
  const { corrected: _was, ...step } = sent
  return corrected ? { ...step, corrected: { on, now, holds } } : step
}

/** The record after marks were changed `on` a date; the same object where they are behind no letter of this cycle. */
export const afterMarksChanged = (
  record: StageRecord,
  changes: readonly MarkChange[],
  on: LocalDate,
  thresholds: Thresholds,
): StageRecord => {
  const behind = ({ on: until }: SentStep) =>
    changes.filter(({ date }) => date <= until && schoolYearOf(date) === record.year)
  const concerned = record.sent.filter((step) => isLetterStep(step.step) && behind(step).length > 0)
  if (concerned.length === 0) return record
  const sent = record.sent.map((step) => {
    if (!concerned.includes(step)) return step
    const now = behind(step).reduce(
      (tally, { was, is }) => afterChange(tally, was, is),
      step.corrected?.now ?? step.tally,
    )
    return noted(step, now, on, thresholds)
  })
  const waits = record.waitsSince === undefined && sent.some(isInDoubt)
  return { ...record, sent, ...(waits ? { waitsSince: on } : {}) }
}
