/** Contact is made with an adult who may speak for the child. What anybody else says is kept, and is no contact. */
import { type Entitlement, entitlementOf } from '../../../../shared/domain/contacts.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { type Result, refused } from '../../../../shared/domain/result.ts'

/** `unknown`: nobody the school has as a contact. */
export type Speaker = Entitlement | 'unknown'

const REFUSED: Readonly<Record<Exclude<Speaker, 'entitled'>, { readonly code: string; readonly why: string }>> = {
  barred: { code: 'sender-barred', why: 'They are barred from this child, so this is no contact.' },
  'not-entitled': {
    code: 'not-entitled',
    why: 'They are no parent of this child and have no care of them, so this is no contact.',
  },
  unknown: { code: 'unknown-sender', why: 'The number is no contact’s of this school, so this is no contact.' },
}

/** Why this word is no contact, or `undefined` when it is. */
export const refuseSpeaker = (speaker: Speaker, at?: string): Result<never> | undefined => {
  if (speaker === 'entitled') return undefined
  const { code, why } = REFUSED[speaker]
  return refused(code, why, 'Ring somebody who may speak for the child, and record what they say.', at)
}

/** Staff wrote down who spoke, as one of the child's contacts or in words: in words, they have judged it themselves. */
export const refuseNamed = (
  pupil: Pupil,
  spoke: string | undefined,
  date: string,
  at: string,
): Result<never> | undefined =>
  pupil.contacts.some((contact) => contact.contactId === spoke)
    ? refuseSpeaker(entitlementOf(pupil, [spoke ?? ''], date), at)
    : undefined
