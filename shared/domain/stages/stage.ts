/**
 * Where a pupil stands against the policy's thresholds, and what is due to the family. What is due follows from what was sent in this cycle
 * and from today's figures alone, so that nights missed, repeated or made up for lead to the same.
 * Source: the attendance policy on persistent absentees: a warning text on dropping below one line, a letter below the next. What follows a
 * letter is in `review.ts`.
 */
import { isAtLeast, isBelow } from '../counting/boundaries.ts'
import { saysTheSame, type Tally } from '../counting/tally.ts'
import type { PupilKey } from '../people.ts'
import type { Instant, LocalDate } from '../time.ts'
import {
  type Annotation,
  type Crossing,
  isLineStep,
  LINE_STEPS,
  type LineStep,
  lineOf,
  rank,
  type SentStep,
  type StageStep,
  stepAfter,
  type Thresholds,
} from './steps.ts'

export type Stage = 'green' | 'warned' | 'stage-1' | 'stage-2' | 'legal'

/** A pupil's record of one school year. */
export interface StageRecord {
  readonly pupil: PupilKey
  readonly year: LocalDate
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  /** Counts the recoveries of the year: 0 until the first. */
  readonly cycle: number
  /** What went to the family in this cycle, the mildest first. */
  readonly sent: readonly SentStep[]
  /** What is to go: at most one thing, and never one that is milder than what went. */
  readonly due?: Crossing
  /** At or above the target at every night from this date on. */
  readonly recoveringSince?: LocalDate
  /** The review after the last letter counts the days after this date. */
  readonly reviewSince?: LocalDate
  /** How often the Lead was told that the pupil is often late. */
  readonly latenessTold?: number
  /** The next step waits for a person since this date: the marks behind a letter that went have changed. */
  readonly waitsSince?: LocalDate
}

export const noStage = (pupil: PupilKey, year: LocalDate): StageRecord => ({
  pupil,
  year,
  version: 0,
  cycle: 0,
  sent: [],
})

/**
 * The figures that a stage goes by: sessions of an agreed part-time timetable are taken out, because a family is not warned of what the
 * school agreed with it. The published percentage keeps them as authorised absence.
 */
export const withoutPartTime = ({ partTime = 0, ...tally }: Tally): Tally => ({
  ...tally,
  possible: tally.possible - partTime,
  authorised: tally.authorised - partTime,
})

/** The furthest line that figures are strictly below; none before the minimum of possible sessions. */
export const furthestCrossed = (tally: Tally, thresholds: Thresholds): LineStep | undefined => {
  const judged = withoutPartTime(tally)
  if (judged.possible < thresholds.minimumSessions) return undefined
  return LINE_STEPS.findLast((step) => isBelow(judged, lineOf(step, thresholds)))
}

/** What went last, and so furthest, in this cycle. */
export const furthestSent = ({ sent }: Pick<StageRecord, 'sent'>): SentStep | undefined =>
  sent.toSorted((one, other) => rank(one.step) - rank(other.step)).at(-1)

/** The stage that a pupil is in: by what went to the family, not by what is due. */
export const stageOf = (record: StageRecord): Stage => {
  const step = furthestSent(record)?.step
  if (step === undefined) return 'green'
  return step === 'warning' ? 'warned' : step
}

/** One night's reading of a pupil: the year's figures to a date. */
export interface Reading {
  readonly tally: Tally
  /** The last date counted. */
  readonly through: LocalDate
  /** School days from a date to `through`, both counted. */
  schoolDaysFrom(date: LocalDate): number
}

const dueBy = (record: StageRecord, { tally, through }: Reading, thresholds: Thresholds): Crossing | undefined => {
  const { due } = record
  const step = furthestCrossed(tally, thresholds)
  // What followed from a review is due as long as the pupil is below the line at all.
  if (due !== undefined && !isLineStep(due.step)) return step === 'stage-1' ? due : undefined
  if (step === undefined || rank(step) <= rank(furthestSent(record)?.step)) return undefined
  return due?.step === step ? due : { step, on: through, tally }
}

/** The cycle, unless the pupil has been at or above the target for long enough since something went. */
const cycleBy = (record: StageRecord, reading: Reading, thresholds: Thresholds): StageRecord => {
  const { recoveringSince: since = reading.through, ...rest } = record
  if (record.sent.length === 0 || !isAtLeast(withoutPartTime(reading.tally), thresholds.target)) return rest
  return reading.schoolDaysFrom(since) >= thresholds.cycleSchoolDays
    ? anew(record)
    : { ...rest, recoveringSince: since }
}

/** A new cycle begins: a later fall begins at the first step. */
export const anew = ({ pupil, year, version, cycle, latenessTold }: StageRecord): StageRecord => ({
  pupil,
  year,
  version,
  cycle: cycle + 1,
  sent: [],
  ...(latenessTold === undefined ? {} : { latenessTold }),
})

/**
 * The record after a night. What is due and no longer true, because marks were corrected or the child came to school, is withdrawn; what
 * went stays, whatever became of the marks. A fall past two lines at once is one crossing: only the further step is due.
 */
export const afterNight = (record: StageRecord, reading: Reading, thresholds: Thresholds): StageRecord => {
  const { due: _was, ...cycle } = cycleBy(record, reading, thresholds)
  const due = dueBy({ ...cycle, ...(record.due && { due: record.due }) }, reading, thresholds)
  return due === undefined ? cycle : { ...cycle, due }
}

/** The record once what was due has gone to the family. Nothing due, nothing changes. */
export const afterSending = (record: StageRecord, at: Instant, letters?: readonly string[]): StageRecord => {
  const { due, reviewSince: _reviewed, ...rest } = record
  if (due === undefined) return record
  return { ...rest, sent: [...record.sent, { ...due, at, ...(letters && { letters }) }] }
}

/** How a step that went stands against the marks as they are now, counted to the same date. The step itself is kept as it went. */
export const annotate = (sent: Crossing, now: Tally, thresholds: Thresholds): Annotation => ({
  corrected: !saysTheSame(sent.tally, now),
  now,
  holds: rank(furthestCrossed(now, thresholds)) >= Math.min(rank(sent.step), rank('stage-1')),
})

/** What would come next for the family in this cycle, and the line it is sent below, in per cent; nothing after the last step. */
export const comesNext = (
  record: StageRecord,
  thresholds: Thresholds,
): { readonly step: StageStep; readonly below: number } | undefined => {
  const step = record.due?.step ?? stepAfter(furthestSent(record)?.step)
  return step === undefined ? undefined : { step, below: lineOf(step, thresholds) }
}
