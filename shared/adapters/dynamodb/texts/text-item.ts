/**
 * Texts stand on a card, or on the task they page staff about, each as an attribute of its own named `t#<slot>`: one update can
 * then claim it without the item having to hold a map first. The rank beside the state is what lets a state only move up.
 */
import * as z from 'zod'
import { TEXT_RANK, type TextRecord, type TextState } from '../../../domain/absence.ts'
import { session, textKind, textState } from '../values.ts'
import type { Item } from '../write.ts'

const OwnText = z.object({
  s: textState,
  k: textKind,
  p: z.string(),
  n: session,
  c: z.string(),
  a: z.string(),
  l: z.string(),
  d: z.string().optional(),
  i: z.string().optional(),
  u: z.array(z.string()).optional(),
  w: z.number().optional(),
})
const Pointer = z.object({ o: z.string() })

/** On a brother's or sister's card: the card that holds the record. */
export interface TextPointer {
  readonly owner: string
}
export type StoredText = TextRecord | TextPointer

export const isPointer = (text: StoredText): text is TextPointer => !('state' in text)

const PREFIX = 't#'
export const slotAttribute = (slot: string): string => `${PREFIX}${slot}`
export const rankOf = (to: TextState): number => TEXT_RANK[to]

export const toTextItem = (text: TextRecord, pupils: readonly string[]) => ({
  s: text.state,
  r: rankOf(text.state),
  k: text.kind,
  p: text.step,
  n: text.session,
  c: text.contactId,
  a: text.at,
  l: text.leaseUntil,
  ...(text.acceptedAt !== undefined && { d: text.acceptedAt }),
  ...(text.providerId !== undefined && { i: text.providerId }),
  ...(pupils.length > 1 && { u: [...pupils] }),
  ...(text.parts !== undefined && { w: text.parts }),
})

export const toPointer = (owner: string) => ({ o: owner })

const fromTextItem = (found: unknown): StoredText => {
  const pointer = Pointer.safeParse(found)
  if (pointer.success) return { owner: pointer.data.o }
  const text = OwnText.parse(found)
  return {
    state: text.s,
    kind: text.k,
    step: text.p,
    session: text.n,
    contactId: text.c,
    at: text.a,
    leaseUntil: text.l,
    ...(text.d !== undefined && { acceptedAt: text.d }),
    ...(text.i !== undefined && { providerId: text.i }),
    ...(text.u !== undefined && { pupils: text.u }),
    ...(text.w !== undefined && { parts: text.w }),
  }
}

/** The text in a slot of an item, if there is one. */
export const textIn = (item: Item | undefined, slot: string): StoredText | undefined => {
  const found = item?.[slotAttribute(slot)]
  return found === undefined ? undefined : fromTextItem(found)
}

/** Every text of an item, by slot. */
export const textsIn = (item: Item): Readonly<Record<string, StoredText>> =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, found]) => [name.slice(PREFIX.length), fromTextItem(found)]),
  )

/** The text attributes of an item, as they are, for moving it. */
export const rawTexts = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name.startsWith(PREFIX)))
