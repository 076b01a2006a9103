/** Reads what was done with a family, as it stands at the moment of a referral. */
import { datesIn } from '../../../../shared/counting/marks-between.ts'
import type { AbsenceCard } from '../../../../shared/domain/absence.ts'
import type { Span } from '../../../../shared/domain/counting/window.ts'
import type { Letter } from '../../../../shared/domain/letters/stored.ts'
import { type Casework, caseworkOf } from '../../../../shared/domain/penalties/casework.ts'
import { parentsInLaw } from '../../../../shared/domain/penalties/obstacles.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

const AT_ONCE = 10

/** A text about brothers and sisters stands on the card of one of them. */
const withOwnersState = async (call: Call, card: AbsenceCard): Promise<AbsenceCard> => {
  const texts = await Promise.all(
    Object.entries(card.texts).map(async ([slot, text]) => {
      if (text.owner === undefined || text.owner === card.pupil) return [slot, text] as const
      const owner = await call.stores.card(call.academy, card.date, text.owner)
      return [slot, owner?.texts[slot] ?? text] as const
    }),
  )
  return { ...card, texts: Object.fromEntries(texts) }
}

const cardsOf = async (call: Call, pupil: Pupil, span: Span): Promise<readonly AbsenceCard[]> => {
  const dates = datesIn(span)
  const cards: AbsenceCard[] = []
  for (let first = 0; first < dates.length; first += AT_ONCE) {
    const some = dates.slice(first, first + AT_ONCE)
    const found = await Promise.all(some.map((date) => call.stores.card(call.academy, date, pupil.key)))
    cards.push(...(await Promise.all(found.flatMap((card) => (card ? [withOwnersState(call, card)] : [])))))
  }
  return cards
}

/** `letters`: those about the pupil since then. `span`: from the first session to today. */
export const gatherCasework = async (
  call: Call,
  pupil: Pupil,
  letters: readonly Letter[],
  since: LocalDate,
  span: Span,
): Promise<Casework> => {
  const { academy, stores } = call
  const [open, closed, cards, leave, support] = await Promise.all([
    stores.attendCase(academy, pupil.key),
    stores.closedAttendCases(academy, pupil.key),
    cardsOf(call, pupil, span),
    stores.leaveRequestsOf(academy, pupil.key),
    stores.supportOf(academy, pupil.key),
  ])
  const names = new Map(parentsInLaw(pupil).map(({ contactId, name }) => [contactId, name]))
  const others = new Set(pupil.contacts.map(({ contactId }) => contactId))
  return caseworkOf({
    cases: [...(open ? [open] : []), ...closed],
    letters,
    cards,
    leave,
    support,
    since,
    zone: call.policy.zone,
    nameOf: (id) => names.get(id) ?? (others.has(id) ? 'another contact' : 'a contact no longer known'),
  })
}
