/**
 * A claim past its lease is a text of which nobody knows whether it went. Where the provider can be asked it is asked; what stays unknown is
 * one task for the office, and is never sent again blindly.
 */

import type { Policy } from '../../../academies/policy.ts'
import type { AbsenceCard, TextRecord } from '../absence.ts'
import { assigned } from '../assigned.ts'
import { isRingOnly } from '../contacts.ts'
import type { Facts } from '../facts.ts'
import { usefulUntil } from '../pipeline/still-useful.ts'
import type { Rule, Wish } from '../rule.ts'
import { addMinutes, type Instant, minutesBetween } from '../time.ts'
import { UNCERTAIN_TEXT_WHY, uncertainTextId } from '../unsent-reply.ts'

/** Providers that can say whether they took a text: asked twice, a minute apart, after its lease. */
const CAN_BE_ASKED: readonly Policy['texts']['second'][] = ['notify', 'none']
const ASKED_WITHIN_MINUTES = 10
/** Asked once in so many minutes, however often the day is looked at meanwhile. */
const ASKED_EVERY_MINUTES = 5

const canBeAsked = ({ policy }: Facts): boolean =>
  CAN_BE_ASKED.includes(policy.texts.provider) && CAN_BE_ASKED.includes(policy.texts.second)

/** The moments at which a claim is looked at: its lease is over, the provider is asked again, and at the last it is the office’s to settle. */
const momentsOf = (facts: Facts, { leaseUntil }: TextRecord): readonly Instant[] => {
  if (!canBeAsked(facts)) return [leaseUntil]
  const count = ASKED_WITHIN_MINUTES / ASKED_EVERY_MINUTES + 1
  return Array.from({ length: count }, (_, index) => addMinutes(leaseUntil, index * ASKED_EVERY_MINUTES))
}

/** The message of a claim whose process died may be lost: another asks the provider in its place. */
const check = (facts: Facts, card: AbsenceCard, text: TextRecord): readonly Wish[] => {
  const minutes = minutesBetween(text.leaseUntil, facts.now)
  if (minutes < 0 || minutes % ASKED_EVERY_MINUTES !== 0 || text.kind === 'page') return []
  // Its words travel with its own message, which is brought again after its lease.
  if (text.kind === 'reply') return []
  const { kind, step, session, contactId, pupils = [card.pupil] } = text
  const contact = facts.pupil(card.pupil)?.contacts.find((each) => each.contactId === contactId)
  if (contact === undefined) return []
  const until = usefulUntil(facts, kind, session)
  if (until <= facts.now) return []
  return [{ do: 'check', kind, step, session, contactId, pupils, ringOnly: isRingOnly(contact), usefulUntil: until }]
}

export const uncertainText: Rule = {
  name: 'uncertain-text',
  clause: 'Clear communication: each message once',
  wishes: (facts) =>
    facts.known.cards.flatMap((card) =>
      Object.entries(card.texts).flatMap(([slot, text]): readonly Wish[] => {
        // Nobody is to be rung about thanks.
        if (text.owner !== undefined || text.kind === 'acknowledgement') return []
        const next = momentsOf(facts, text).find((moment) => moment > facts.now)
        if (text.state === 'claimed' && next !== undefined)
          return [{ do: 'look', at: next }, ...check(facts, card, text)]
        if (text.state !== 'uncertain' && text.state !== 'claimed') return []
        return [
          {
            do: 'task',
            id: uncertainTextId(facts.known.date, card.pupil, slot),
            kind: 'uncertain-text',
            pupils: text.pupils ?? [card.pupil],
            classId: card.classId,
            session: text.session,
            about: text.contactId,
            ...assigned(facts.policy.duties.question, facts.now),
            urgent: true,
            why: UNCERTAIN_TEXT_WHY,
          },
        ]
      }),
    ),
}
