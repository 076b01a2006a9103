/**
 * A text that reached nobody is not silence from the family: it goes to the next priority, and when no contact is left to the call list.
 * No receipt in time, or no answer in the time that the policy sets, is followed as the policy says: a person rings, or the next contact is
 * texted and a person rings when none is left. Nobody is sent the same text again on a guess.
 */
import type { TextRecord } from '../absence.ts'
import { callTask } from '../call.ts'
import type { Facts } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import type { Rule, Wish } from '../rule.ts'
import { addMinutes, type Instant } from '../time.ts'

/**
 * What came of a text by now. `lost`: it reached nobody · `waits`: for a receipt or an answer · `no-receipt` and `no-answer`: the time for it
 * is over · `arrived`: nothing more is expected of it · `unclear`: whether it went is being settled.
 */
type Came =
  | { readonly it: 'lost' | 'no-receipt' | 'no-answer' | 'arrived' | 'unclear' }
  | { readonly it: 'waits'; readonly until: Instant }

const came = (facts: Facts, text: TextRecord): Came => {
  const { receiptWithinMinutes, afterSilence } = facts.policy.texts
  const within = (minutes: number, over: 'no-receipt' | 'no-answer'): Came => {
    const until = addMinutes(text.acceptedAt ?? text.at, minutes)
    return until > facts.now ? { it: 'waits', until } : { it: over }
  }
  switch (text.state) {
    case 'failed':
    case 'refused':
      return { it: 'lost' }
    case 'accepted':
      return within(receiptWithinMinutes, 'no-receipt')
    case 'delivered':
      return afterSilence.minutes === 0 ? { it: 'arrived' } : within(afterSilence.minutes, 'no-answer')
    case 'claimed':
    case 'uncertain':
      return { it: 'unclear' }
    default:
      return text.state satisfies never
  }
}

const WHY = {
  'no-receipt': 'The text has no receipt, so nobody may have seen it. Ring the family.',
  'no-answer': 'The text arrived and nobody has answered. Ring the family.',
} as const

/** What is due about a silent pupil whose contacts were texted. */
const followed = (facts: Facts, pupil: string, texts: readonly TextRecord[]): readonly Wish[] => {
  const all = texts.map((text) => came(facts, text))
  const are = (...these: readonly Came['it'][]) => all.filter(({ it }) => these.includes(it))
  if (all.length === 0 || are('arrived').length > 0) return []
  const looks = all.flatMap((each) => (each.it === 'waits' ? [{ do: 'look', at: each.until } as const] : []))
  const next = { do: 'ask', kind: 'unreported', step: 'next', session: 'AM', pupil, to: 'next' } as const
  const isOver = are('waits', 'unclear').length === 0
  if (facts.policy.texts.afterSilence.goTo === 'next-contact') return isOver ? [next] : looks
  // One parent has the text and may yet answer: a missing receipt of the other is no reason to ring.
  const hasArrived = texts.some(({ state }) => state === 'delivered')
  const ring = are('no-receipt').length > 0 && !hasArrived ? 'no-receipt' : isOver ? are('no-answer')[0]?.it : undefined
  if (ring === 'no-receipt' || ring === 'no-answer')
    return [...looks, callTask(facts, pupil, WHY[ring], { urgent: true })]
  return isOver && are('lost').length === all.length ? [next] : looks
}

/** A text has arrived and nothing more is due: what was asked for when it seemed lost is not needed. */
export const hasArrivedAfterAll = (facts: Facts, pupil: PupilKey): boolean => {
  const texts = facts.texts(pupil, ['unreported'])
  return (
    texts.some(({ state }) => state === 'delivered') &&
    followed(facts, pupil, texts).every((wish) => wish.do === 'look')
  )
}

export const undelivered: Rule = {
  name: 'undelivered',
  clause: 'Attendance officers: find methods of communication that work and are understood',
  wishes: (facts) =>
    facts.known.cards
      .filter((card) => facts.isSilent(card.pupil))
      .flatMap((card) => followed(facts, card.pupil, facts.texts(card.pupil, ['unreported']))),
}
