/** What a link opens at this moment: whose record, in which language, of which school. Asked anew at every request. */
import type { Policy } from '../../academies/policy.ts'
import { readToken } from '../../shared/domain/family-page/address.ts'
import { mayRead } from '../../shared/domain/family-page/may-read.ts'
import { ENGLISH_PAGE, type PageSpeech, pageSpeech } from '../../shared/domain/family-page/speech.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import type { KeptLink } from '../../shared/ports/family-link-store.ts'
import type { Stores } from '../../shared/ports/stores.ts'

export interface Opened {
  readonly link: KeptLink
  readonly policy: Policy
  readonly date: LocalDate
  readonly speech: PageSpeech
  /** The children whose record may be shown, by their place in the link. */
  readonly pupils: readonly { readonly index: number; readonly pupil: Pupil }[]
}

/** `undefined`: there is no such link. No pupils: it opens nothing any more, and why is nobody's business. */
export const openLink = async (token: string, stores: Stores, now: Instant): Promise<Opened | undefined> => {
  // Anything else is not looked for.
  if (readToken(token) !== token) return undefined
  const link = await stores.familyLink(token)
  if (link === undefined) return undefined
  const { version, date } = await policyAt(stores, link.academy, now)
  const { policy } = version
  const closed = { link, policy, date, speech: ENGLISH_PAGE, pupils: [] }
  const { inTexts, inLetters } = policy.familyPage
  if (now >= link.until || !(link.postedTo === undefined ? inTexts : inLetters)) return closed
  const [found, { stopped, holds }] = await Promise.all([
    stores.roll.pupils(link.academy, link.pupils, true),
    stores.open(link.academy),
  ])
  const when = { date, stopped, held: holds.map(({ pupil }) => pupil) }
  const pupils = link.pupils.flatMap((key, index) => {
    const pupil = found[key]
    return pupil && mayRead(pupil, link, when) ? [{ index, pupil }] : []
  })
  const contact = pupils[0]?.pupil.contacts.find(({ contactId }) => contactId === link.contactId)
  return { ...closed, pupils, speech: pageSpeech(policy, contact?.language) }
}
