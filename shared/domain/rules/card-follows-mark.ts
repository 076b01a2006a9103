/**
 * When the mark of a missing pupil is no longer N, the card follows it: an arrival is an arrival, another code is a reason, a closed
 * session is no absence. A teacher's present mark after a text has gone asks the office first: the text told a family otherwise.
 */

import type { AbsenceCard, Standing } from '../absence.ts'
import { assigned } from '../assigned.ts'
import type { Session } from '../codes.ts'
import { CODES, isOnSite, isUnexplained } from '../codes.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Mark } from '../register.ts'
import type { Rule, Wish } from '../rule.ts'

const follow = (facts: Facts, card: AbsenceCard, session: Session, standing: Standing): Wish => ({
  do: 'follow',
  pupil: card.pupil,
  classId: card.classId,
  session,
  standing,
  vulnerable: facts.isVulnerable(card.pupil),
})

const isTold = (facts: Facts, card: AbsenceCard): boolean =>
  facts.texts(card.pupil, ['unreported', 'ladder']).some((text) => text.state !== 'refused')

const askOffice = (facts: Facts, card: AbsenceCard, session: Session): Wish => ({
  do: 'task',
  id: idOf(facts.known.date, 'disputed', card.pupil, session),
  kind: 'disputed-mark',
  pupils: [card.pupil],
  classId: card.classId,
  session,
  ...assigned(facts.policy.duties.question, facts.now),
  urgent: true,
  why: 'The register now says present, but the family was texted that the child is not in. Go and look, then correct the mark.',
})

/** Missing in the morning and in the afternoon's register: the child came in between. */
const cameLater = (facts: Facts, card: AbsenceCard, session: Session): Mark | undefined => {
  const later = session === 'AM' ? facts.mark(card.pupil, 'PM') : undefined
  return later && isOnSite(later.code) ? later : undefined
}

const wishFor = (facts: Facts, card: AbsenceCard, session: Session): readonly Wish[] => {
  if (!facts.isOpen(session, card.classId)) return [follow(facts, card, session, 'withdrawn')]
  const mark = facts.mark(card.pupil, session)
  if (mark === undefined || isUnexplained(mark.code)) {
    const later = cameLater(facts, card, session)
    if (later === undefined) return []
    return isTold(facts, card) && later.source !== 'office' && later.source !== 'arrival'
      ? [askOffice(facts, card, 'PM')]
      : [follow(facts, card, session, 'arrived')]
  }
  if (mark.code === 'U' || mark.code === 'L' || mark.source === 'arrival')
    return [follow(facts, card, session, 'arrived')]
  if (CODES[mark.code].category !== 'present') return [follow(facts, card, session, 'reported')]
  if (!isTold(facts, card) || mark.source === 'office') return [follow(facts, card, session, 'withdrawn')]
  return [askOffice(facts, card, session)]
}

export const cardFollowsMark: Rule = {
  name: 'card-follows-mark',
  clause: 'Registration: only the office or an arrival turns N to present',
  wishes: (facts) =>
    facts.known.cards.flatMap((card) =>
      SESSIONS.filter((session) =>
        ['unexplained', 'answered'].includes(card.sessions[session]?.standing ?? ''),
      ).flatMap((session) => wishFor(facts, card, session)),
    ),
}
