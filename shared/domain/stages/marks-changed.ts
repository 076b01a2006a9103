/**
 * Marks of days gone by were changed after a letter had told of them. The letter stays as it went; beside it stands what its figures are by the
 * marks as they are now, and where it would not have gone by them, everything further waits for a person. The note is what the registers
 * count, however they came to say so: made twice it is made once.
 */
import { type CountedMark, saysTheSame, type Tally, tallyOf } from '../counting/tally.ts'
import type { LocalDate } from '../time.ts'
import { annotate, type StageRecord } from './stage.ts'
import { isLetterStep, type SentStep, type StageStep, type Thresholds } from './steps.ts'

/** The figures behind a letter step that went, to its own date, from the marks as they are now. */
export interface Behind {
  readonly step: StageStep
  readonly now: Tally
}

/** A letter that would not have gone by the marks of now, and nobody has looked at that yet. */
export const isInDoubt = ({ corrected, stands }: SentStep): boolean =>
  corrected?.holds === false && stands === undefined

/** The letters of this cycle that told of a date. */
export const toldOf = ({ sent }: Pick<StageRecord, 'sent'>, date: LocalDate): readonly SentStep[] =>
  sent.filter(({ step, on }) => isLetterStep(step) && date <= on)

/** What these steps say by a pupil's marks of their school year. */
export const countedBehind = (steps: readonly SentStep[], marks: readonly CountedMark[]): readonly Behind[] =>
  steps.map(({ step, on }) => ({ step, now: tallyOf(marks.filter(({ date }) => date <= on)) }))

/** The step with the figures behind it as they are `now`, or without a note where they are what went; the same object where that stands. */
const noted = (sent: SentStep, now: Tally, on: LocalDate, thresholds: Thresholds): SentStep => {
  const { corrected, holds } = annotate(sent, now, thresholds)
  const { corrected: was, ...step } = sent
  if (!corrected) return was === undefined ? sent : step
  const stands = was !== undefined && was.holds === holds && saysTheSame(was.now, now)
  return stands ? sent : { ...step, corrected: { on, now, holds } }
}

/** What went, each step with its note of a date `on` which it was counted again; as it is where it was not. */
export const withNotes = (
  sent: readonly SentStep[],
  behind: readonly Behind[],
  on: LocalDate,
  thresholds: Thresholds,
): readonly SentStep[] =>
  sent.map((step) => {
    const now = behind.find((each) => each.step === step.step)?.now
    return now === undefined ? step : noted(step, now, on, thresholds)
  })

/** The record once the marks behind its letters were counted again; the same object where that says nothing new. */
export const afterMarksChanged = (
  record: StageRecord,
  behind: readonly Behind[],
  on: LocalDate,
  thresholds: Thresholds,
): StageRecord => {
  const sent = withNotes(record.sent, behind, on, thresholds)
  if (sent.every((step, at) => step === record.sent[at])) return record
  const waits = record.waitsSince === undefined && sent.some(isInDoubt)
  return { ...record, sent, ...(waits ? { waitsSince: on } : {}) }
}
