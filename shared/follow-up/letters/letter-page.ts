/** The page of a child's record that a letter leads to: an address with a code, kept before the letter is. */
import type { Policy } from '../../../academies/policy.ts'
import { codeOf, printedAddress } from '../../domain/family-page/address.ts'
import { addressMark } from '../../domain/letters/address.ts'
import type { Addressee, LetterMatter, LetterOrder } from '../../domain/letters/letter.ts'
import { addDays, type Instant, instantOf, type LocalDate } from '../../domain/time.ts'
import type { FamilyLink } from '../../ports/family-link-store.ts'
import type { Stores } from '../../ports/stores.ts'

interface Written {
  readonly order: Pick<LetterOrder, 'pupil'>
  readonly to: Addressee
  readonly date: LocalDate
  readonly now: Instant
  /** Drawn by lot. */
  readonly token: string
}

interface Made {
  readonly page: NonNullable<LetterMatter['page']>
  /** Keeps the code. One that was kept for a letter that then is not written is heard of by nobody, and cleared away with the others. */
  readonly keep: (stores: Stores) => Promise<void>
}

/** A page for whoever the letter is to, where the school's letters carry one. It opens to the end of its last day. */
export const letterPage = (
  academy: string,
  policy: Policy,
  { order, to, date, now, token }: Written,
): Made | undefined => {
  if (!policy.familyPage.inLetters) return undefined
  const code = codeOf(token)
  const until = addDays(date, policy.familyPage.letterDays)
  const link: FamilyLink = {
    academy,
    contactId: to.contactId,
    postedTo: addressMark(to),
    pupils: [order.pupil],
    madeAt: now,
    until: instantOf(addDays(until, 1), '00:00', policy.zone),
  }
  return {
    page: { address: printedAddress(policy, code), until },
    keep: (stores) => stores.keepFamilyLink(code, link),
  }
}
