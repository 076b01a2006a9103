/**
 * A missing pupil's card is written before the register: the card is where a text is claimed, so whoever finds the child or hears from
 * the family wins against a text that is about to go.
 */
import type { AbsenceCard, Reason, Standing } from '../../../../shared/domain/absence.ts'
import { CODES, type Session } from '../../../../shared/domain/codes.ts'
import { isVulnerable } from '../../../../shared/domain/facts.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Mark } from '../../../../shared/domain/register.ts'
import type { Act, Stores } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'

/** Sets where a session stands. About a pupil read from the roll, or from the card that stands, which knows if they are vulnerable. */
export const setCard = (
  call: Call,
  about: Pupil | AbsenceCard,
  session: Session,
  set: {
    readonly date: string
    readonly standing: Standing
    readonly since: string
    readonly reason?: Reason
    readonly unless?: readonly Standing[]
  },
  act: Act,
): ReturnType<Stores['setStanding']> => {
  const { classId } = about
  const card =
    'key' in about
      ? { pupil: about.key, classId, date: set.date, vulnerable: isVulnerable(about, call.policy, set.date) }
      : { pupil: about.pupil, classId, date: set.date, vulnerable: about.vulnerable }
  const absence = { standing: set.standing, since: set.since }
  return call.stores.setStanding(call.academy, card, session, absence, set.reason, set.unless ?? [], act)
}

/** What a mark other than N or O says of a pupil who was missing. */
export const standingAfter = (mark: Mark): Standing => {
  if (mark.code === 'U' || mark.code === 'L') return 'arrived'
  return CODES[mark.code].category === 'present' ? 'withdrawn' : 'reported'
}

/** The family may have been told that this pupil is not in. */
export const wasTexted = (card: AbsenceCard | undefined): boolean =>
  Object.values(card?.texts ?? {}).some(
    (text) => ['unreported', 'ladder'].includes(text.kind) && text.state !== 'refused',
  )
