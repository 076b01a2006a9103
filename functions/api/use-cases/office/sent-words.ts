/** The words of texts as they were sent. They stand in the chronicle, in the act of the claim; nothing is composed again. */
import * as z from 'zod'
import type { PupilKey } from '../../../../shared/domain/people.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

export interface SentWords {
  readonly body: string
  readonly parts: number
  /** A staff id, or `system`. */
  readonly by: string
}

const Claim = z.object({
  body: z.string(),
  parts: z.int(),
  contact: z.string(),
  kind: z.string(),
  session: z.string(),
  step: z.string(),
})

const PAGE = 200

/** Names one attempt at a text: its slot on the card, and when it was claimed. */
export const attemptOf = (text: {
  readonly at: string
  readonly kind: string
  readonly step: string
  readonly session: string
  readonly contactId: string
}): string => [text.at, text.kind, text.step, text.session, text.contactId].join('|')

/** The words of every text claimed on a pupil's card between two dates, by attempt. */
export const sentWords = async (
  call: Pick<Call, 'stores' | 'academy'>,
  pupil: PupilKey,
  from: string,
  until: string,
): Promise<ReadonlyMap<string, SentWords>> => {
  const words = new Map<string, SentWords>()
  const end = addDays(until, 2)
  let after = addDays(from, -1)
  for (;;) {
    const entries = await call.stores.chronicleOf(call.academy, { pupil }, after, PAGE)
    for (const { kind, at, by, detail } of entries) {
      const claim = kind === 'text-claimed' ? Claim.safeParse(detail) : undefined
      if (!claim?.success) continue
      const { body, parts, contact: contactId, ...slot } = claim.data
      words.set(attemptOf({ ...slot, contactId, at }), { body, parts, by })
    }
    const last = entries.at(-1)
    if (last === undefined || entries.length < PAGE || last.at > end) return words
    after = `${last.at}#${last.id}`
  }
}
