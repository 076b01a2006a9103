/** What texts are held to cost: parts by the policy's price of its first carrier. An estimate: the carrier's bill is the truth. */
import type { Policy } from '../../../academies/policy.ts'
import type { AbsenceCard } from '../absence.ts'

/** Pence for the texts that stand on a day's cards, without those that the carrier refused. One about brothers and sisters is one. */
export const penceOf = (cards: readonly AbsenceCard[], { texts }: Pick<Policy, 'texts'>): number => {
  const sent = cards
    .flatMap((card) => Object.values(card.texts))
    .filter((text) => text.owner === undefined && text.state !== 'refused')
  const parts = sent.reduce((sum, text) => sum + (text.parts ?? 1), 0)
  return Math.round(parts * texts.pencePerPart[texts.provider] * 100) / 100
}
