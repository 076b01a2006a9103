/** The steps by which a family hears of attendance that falls, and what is written down of each. */
import type { Policy } from '../../../academies/policy.ts'
import type { Tally } from '../counting/tally.ts'
import type { Meeting } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import type { Instant, LocalDate } from '../time.ts'

/** From the mildest on. `legal` goes to nobody's family: the Attendance Lead considers a referral. */
export const STEPS = ['warning', 'stage-1', 'stage-2', 'legal'] as const
export type StageStep = (typeof STEPS)[number]

/** Those that are told by letter. Each is followed by a review, and by the next step when that shows no improvement. */
export const LETTER_STEPS = ['stage-1', 'stage-2'] as const
export type LetterStep = (typeof LETTER_STEPS)[number]
export const isLetterStep = (step: StageStep): step is LetterStep => LETTER_STEPS.some((each) => each === step)

/** Those that are due because a line of the policy is crossed. */
export const LINE_STEPS = ['warning', 'stage-1'] as const
export type LineStep = (typeof LINE_STEPS)[number]
export const isLineStep = (step: StageStep): step is LineStep => LINE_STEPS.some((each) => each === step)

export type Thresholds = Policy['thresholds']

export const rank = (step: StageStep | undefined): number => (step === undefined ? -1 : STEPS.indexOf(step))

export const isAsFarAs = (step: StageStep | undefined, other: StageStep): boolean => rank(step) >= rank(other)

export const stepAfter = (step: StageStep | undefined): StageStep | undefined => STEPS[rank(step) + 1]

/** The line that a step is about, in per cent of the year: nobody hears of anything further whose attendance is not below stage 1's. */
export const lineOf = (step: StageStep, { warning, stage1 }: Thresholds): number =>
  step === 'warning' ? warning : stage1

/** A step that has fallen due: the last date counted when the night saw it, and the figures of that moment. */
export interface Crossing {
  readonly step: StageStep
  readonly on: LocalDate
  readonly tally: Tally
  /** When and where the family is invited to an ATTEND meeting: without it no stage 2 letter can be written. */
  readonly meeting?: Meeting
  /** A person has looked at a batch that was held, and lets this letter go. */
  readonly released?: { readonly by: string; readonly at: Instant }
}

/** What is due of a pupil, of which the family has not heard yet. */
export interface DueStep extends Crossing {
  readonly pupil: PupilKey
  readonly year: LocalDate
}

/** How a step that went stands against the marks as they are now. */
export interface Annotation {
  /** The marks of that time add up differently now. */
  readonly corrected: boolean
  readonly now: Tally
  /** By the marks as they are now, it would have gone all the same. */
  readonly holds: boolean
}

export interface SentStep extends Crossing {
  readonly at: Instant
  /** The letters that told the parents; none when a person told them in another way. */
  readonly letters?: readonly string[]
  /** The marks behind it have changed: noted when they were, and again when the next step is judged. Nothing of what went is changed by it. */
  readonly corrected?: { readonly on: LocalDate; readonly now: Tally; readonly holds: boolean }
  /** A person has looked at the changed marks and lets the next step come all the same. */
  readonly stands?: { readonly by: string; readonly at: Instant }
}
