/** Which extracts an academy's night makes: each newest period that has none yet, and the earlier ones of that kind looked at again. */
import type { Policy } from '../../../academies/policy.ts'
import type { Calendar } from '../calendar.ts'
import type { Span } from '../counting/window.ts'
import type { LocalDate } from '../time.ts'
import { periodsOver } from './due.ts'
import type { ExtractKind } from './extract.ts'
import type { Recipient } from './may-collect.ts'
import { extractKind } from './registry.ts'
import { newestOf, type StoredExtract } from './stored.ts'

export interface Wanted {
  readonly recipient: Recipient
  readonly kind: ExtractKind
  readonly period: Span
}

/** What is to be made, or made again, on a date. `anew`: the newest period is looked at again although it has an extract. */
export const wantedOn = (
  { extracts, calendar: { terms } }: Policy,
  calendar: Calendar,
  today: LocalDate,
  made: readonly StoredExtract[],
  anew: boolean,
): readonly Wanted[] =>
  extracts.recipients
    .filter(({ on }) => on)
    .flatMap((recipient) =>
      recipient.sends.flatMap(({ extract, every, afterSchoolDays }) => {
        const kind = extractKind(extract)
        // A policy that names another recipient's extract is refused when it is checked, and never obeyed.
        if (kind === undefined || kind.recipient !== recipient.kind) return []
        const { lookBack } = extracts
        const [newest, ...earlier] = periodsOver(every, { calendar, terms }, today, { afterSchoolDays, lookBack })
        const isMade = (period: Span) => newestOf(made, { recipient: recipient.id, extract, period }) !== undefined
        if (newest === undefined || (isMade(newest) && !anew)) return []
        return [newest, ...earlier.filter(isMade)].map((period) => ({ recipient, kind, period }))
      }),
    )
