/** What keeps a family's phone quiet: the hours of the night, and how many texts a day. */
import type { Policy } from '../../../academies/policy.ts'
import type { AbsenceCard, TextKind } from '../absence.ts'
import { addDays, type Instant, instantOf, localDate, localTime } from '../time.ts'

/**
 * A wrong text is always put right, thanks answer what the family has just written, and people who write to each other count for themselves:
 * none of these counts, nor is kept back by a count. A talk with the office never uses up the text that a child is missing.
 */
const UNCOUNTED: readonly TextKind[] = ['correction', 'acknowledgement', 'reply', 'page']

const isCounted = (kind: TextKind): boolean => !UNCOUNTED.includes(kind)

/** When the quiet hours end that `now` lies in, or nothing. They begin in the evening and end on the next morning. */
export const quietUntil = (
  { texts: { quiet }, zone }: Pick<Policy, 'texts' | 'zone'>,
  now: Instant,
): Instant | undefined => {
  const time = localTime(now, zone)
  const date = localDate(now, zone)
  if (time < quiet.until) return instantOf(date, quiet.until, zone)
  return time >= quiet.from ? instantOf(addDays(date, 1), quiet.until, zone) : undefined
}

/** Texts of today that stand on the cards for a contact. One about brothers and sisters is one; one that the carrier refused is none. */
export const textsTo = (cards: readonly AbsenceCard[], contactId: string): ReadonlySet<string> =>
  new Set(
    cards.flatMap((card) =>
      Object.entries(card.texts)
        .filter(([, text]) => text.contactId === contactId && isCounted(text.kind) && text.state !== 'refused')
        .map(([slot, text]) => `${text.owner ?? card.pupil} ${slot}`),
    ),
  )

/** One more text of this kind to the contact would be over the policy's number for a day. */
export const isOverCap = ({ texts }: Pick<Policy, 'texts'>, kind: TextKind, already: number): boolean =>
  isCounted(kind) && already >= texts.perContactPerDay
