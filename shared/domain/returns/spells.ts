/** Whether a return was asked for of this very spell: each has one, however the marks of its days are amended. */
import { type Calendar, schoolDaysAfter } from '../calendar.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { AuthorityReturn, ReturnKind } from './authority-return.ts'

export interface Spell {
  readonly kind: ReturnKind
  readonly pupil: PupilKey
  readonly from: LocalDate
  /** The last date of a run; what is no run is known by its first date alone. */
  readonly until?: LocalDate
}

type Asked = Pick<AuthorityReturn, 'kind' | 'pupil' | 'from' | 'days'>

/** The days that were asked about lie in the spell, or the spell in them. Weather in between makes a run longer, never shorter. */
const overlaps = (asked: Asked, { from, until = from }: Spell, calendar: Calendar): boolean =>
  asked.from <= until && from <= schoolDaysAfter(calendar, asked.from, (asked.days ?? 1) - 1)

/**
 * Asked for: the same spell by its first date, one that shares days with it, or, where its beginning lies too far back to be read, whatever
 * began before. `firstRead` is the first date that was read.
 */
export const isKnown = (known: readonly Asked[], spell: Spell, firstRead: LocalDate, calendar: Calendar): boolean =>
  known.some(
    (each) =>
      each.kind === spell.kind &&
      each.pupil === spell.pupil &&
      (each.from === spell.from ||
        (spell.from <= firstRead && each.from <= spell.from) ||
        (spell.until !== undefined && overlaps(each, spell, calendar))),
  )
