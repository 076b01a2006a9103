/**
 * A correction that reached nobody leaves a family believing that their child is missing. Refused, failed, or without a receipt in
 * time, a person rings.
 */
import type { TextRecord } from '../absence.ts'
import type { Facts } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import { putRightTask } from '../put-right.ts'
import type { Rule, Wish } from '../rule.ts'
import { addMinutes } from '../time.ts'

const wishesFor = (facts: Facts, pupil: string, text: TextRecord): readonly Wish[] => {
  if (text.state === 'refused' || text.state === 'failed') return [putRightTask(facts, pupil)]
  if (text.state !== 'accepted') return []
  const deadline = addMinutes(text.acceptedAt ?? text.at, facts.policy.texts.receiptWithinMinutes)
  return deadline > facts.now ? [{ do: 'look', at: deadline }] : [putRightTask(facts, pupil)]
}

/** Every correction about the pupil has arrived. */
export const hasCorrectionArrived = (facts: Facts, pupil: PupilKey): boolean => {
  const texts = facts.texts(pupil, ['correction'])
  return texts.length > 0 && texts.every(({ state }) => state === 'delivered')
}

export const lostCorrection: Rule = {
  name: 'lost-correction',
  clause: 'Communicate openly and honestly: a wrong message is put right at once',
  wishes: (facts) =>
    facts.known.cards.flatMap((card) =>
      facts.texts(card.pupil, ['correction']).flatMap((text) => wishesFor(facts, card.pupil, text)),
    ),
}
