/** An absence card as an item: standing by session, the reason, and its texts. */
import * as z from 'zod'
import type { AbsenceCard, Reason, SessionAbsence, TextRecord } from '../../../domain/absence.ts'
import type { Session } from '../../../domain/codes.ts'
import { restOfKey } from '../table.ts'
import { code, standing, via } from '../values.ts'
import type { Item } from '../write.ts'
import { isPointer, type StoredText, textsIn } from './text-item.ts'

const absence = z.object({
  s: standing,
  a: z.string(),
  n: z.literal(true).optional(),
})

const reason = z.object({
  words: z.string().exactOptional(),
  code: code.exactOptional(),
  by: z.string(),
  via,
  at: z.string(),
  until: z.string(),
}) satisfies z.ZodType<Reason>

const CardItem = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.int(),
  /** Class and vulnerable are not there yet on a card that only carries a text. */
  k: z.string().default(''),
  u: z.boolean().default(false),
  AM: absence.optional(),
  PM: absence.optional(),
  w: reason.optional(),
})

export const toAbsence = (absent: SessionAbsence) => ({
  s: absent.standing,
  a: absent.since,
  ...(absent.textNow && { n: true }),
})

const fromAbsence = ({ s, a, n }: z.output<typeof absence>): SessionAbsence => ({
  standing: s,
  since: a,
  ...(n && { textNow: n }),
})

/** A card whose shared texts still point to the brother's or sister's card that holds them. */
export type StoredCard = Omit<AbsenceCard, 'texts'> & { readonly texts: Readonly<Record<string, StoredText>> }

export const fromCardItem = (found: Item): StoredCard => {
  const item = CardItem.parse(found)
  const sessions: Partial<Record<Session, SessionAbsence>> = {
    ...(item.AM && { AM: fromAbsence(item.AM) }),
    ...(item.PM && { PM: fromAbsence(item.PM) }),
  }
  return {
    pupil: restOfKey(item.sk, 1),
    classId: item.k,
    date: restOfKey(item.pk, 3),
    version: item.v,
    vulnerable: item.u,
    sessions,
    ...(item.w && { reason: item.w }),
    texts: textsIn(found),
  }
}

/** The cards that hold the texts this one points to. */
export const ownersOf = (card: StoredCard): readonly string[] => [
  ...new Set(Object.values(card.texts).flatMap((text) => (isPointer(text) ? [text.owner] : []))),
]

/**
 * Gives every card the records its pointers mean, each naming its owner. A pointer is written in one transaction with the
 * record it means, so one without it is a broken table and throws.
 */
export const resolveTexts = (card: StoredCard, cards: readonly StoredCard[]): AbsenceCard => {
  const resolve = (slot: string, text: StoredText): TextRecord => {
    if (!isPointer(text)) return text
    const held = cards.find((other) => other.pupil === text.owner)?.texts[slot]
    if (held === undefined || isPointer(held))
      throw new Error(`A shared text of ${card.date} has no record on the card that owns it; restore that card`)
    const { pupils: _, ...record } = held
    return { ...record, owner: text.owner }
  }
  const texts = Object.entries(card.texts).map(([slot, text]) => [slot, resolve(slot, text)])
  return { ...card, texts: Object.fromEntries(texts) }
}
