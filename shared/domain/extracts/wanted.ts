/** Which extracts an academy's night makes: each newest period that has none yet, and the earlier ones of that kind looked at again. */
import type { Policy } from '../../../academies/policy.ts'
import type { Calendar } from '../calendar.ts'
import type { Span } from '../counting/window.ts'
import type { LocalDate } from '../time.ts'
import { periodsOver, type Rhythm } from './due.ts'
import type { ExtractKind } from './extract.ts'
import { isTouched, type LateChange, SETTLING_DAYS } from './late-change.ts'
import type { Recipient } from './may-collect.ts'
import { extractKind } from './registry.ts'
import { isSuperseded, newestOf, type StoredExtract } from './stored.ts'

export interface Wanted {
  readonly recipient: Recipient
  readonly kind: ExtractKind
  readonly period: Span
}

export interface Looking {
  readonly calendar: Calendar
  readonly today: LocalDate
  readonly made: readonly StoredExtract[]
  /** The newest period is looked at again although it has an extract. */
  readonly anew: boolean
  /** What was changed long after its date. */
  readonly changes: readonly LateChange[]
}

/** Days of which each is a period are looked back on until their marks have settled, however few periods the policy says. */
const lookBackOf = (every: Rhythm, periods: number): number =>
  every === 'daily' ? Math.max(periods, SETTLING_DAYS) : periods

const wantedByRhythm = (
  { extracts, calendar: { terms } }: Policy,
  { calendar, today, made, anew }: Looking,
): readonly Wanted[] =>
  extracts.recipients
    .filter(({ on }) => on)
    .flatMap((recipient) =>
      recipient.sends.flatMap(({ extract, every, afterSchoolDays }) => {
        const kind = extractKind(extract)
        // A policy that names another recipient's extract is refused when it is checked, and never obeyed.
        if (kind === undefined || kind.recipient !== recipient.kind) return []
        const back = { afterSchoolDays, lookBack: lookBackOf(every, extracts.lookBack) }
        const [newest, ...earlier] = periodsOver(every, { calendar, terms }, today, back)
        const isMade = (period: Span) => newestOf(made, { recipient: recipient.id, extract, period }) !== undefined
        if (newest === undefined || (isMade(newest) && !anew)) return []
        return [newest, ...earlier.filter(isMade)].map((period) => ({ recipient, kind, period }))
      }),
    )

const samePeriod = (one: Wanted, other: Wanted): boolean =>
  one.recipient.id === other.recipient.id &&
  one.kind.id === other.kind.id &&
  one.period.from === other.period.from &&
  one.period.until === other.period.until

/** Periods of any age that were sent, and of which a mark has been changed since. */
const wantedByChange = ({ extracts }: Policy, { made, changes }: Looking): readonly Wanted[] =>
  extracts.recipients
    .filter(({ on }) => on)
    .flatMap((recipient) =>
      recipient.sends.flatMap(({ extract }) => {
        const kind = extractKind(extract)
        if (kind === undefined || kind.recipient !== recipient.kind) return []
        return made
          .filter((each) => each.recipient === recipient.id && each.extract === extract && !isSuperseded(made, each))
          .filter(({ period, generatedAt, lookedAt = generatedAt }) => isTouched(kind, period, lookedAt, changes))
          .map(({ period }) => ({ recipient, kind, period }))
      }),
    )

/** What is to be made, or looked at and made again, on a date. */
export const wantedOn = (policy: Policy, looking: Looking): readonly Wanted[] => {
  const rhythm = wantedByRhythm(policy, looking)
  const changed = wantedByChange(policy, looking).filter((each) => !rhythm.some((other) => samePeriod(each, other)))
  return [...rhythm, ...changed]
}
