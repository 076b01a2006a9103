/** What a parent wrote is put where texts of parents wait to be heard; it changes nothing here. */
import type { PageAnswered } from '../../events/page-answered.v1.ts'
import { sha256 } from '../../shared/adapters/evidence/sha256.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Opened } from './open-link.ts'
import type { Shown } from './pages.ts'
import type { Submitted } from './submitted.ts'

/** More than a family has to say before its link ends; whoever has more is asked to ring. */
const MOST_ANSWERS = 20

type Written = Exclude<Submitted, { do: 'open' }>

/** Answers with what to say to the parent. */
export const takeAnswer = async (
  token: string,
  written: Written,
  { link, policy, pupils }: Opened,
  ports: { readonly stores: Stores; readonly inbound: Queue; readonly now: Instant },
): Promise<NonNullable<Shown['came']>> => {
  const child = pupils.find(({ index }) => index === written.child)
  if (child === undefined) return 'empty'
  if (written.do === 'why' && !policy.reporting.via.includes('page')) return 'empty'
  if ((await ports.stores.countFamilyAnswer(token, MOST_ANSWERS)) === 'too-many') return 'too-many'
  const about = written.do === 'wrong' ? written.day : undefined
  const answered: PageAnswered = {
    // The same words about the same child are one answer, however often a thumb presses.
    page: sha256(JSON.stringify([link.id, written])).slice(0, 32),
    academy: link.academy,
    ...(link.sentTo === undefined ? {} : { from: link.sentTo }),
    contactId: link.contactId,
    pupil: child.pupil.key,
    as: written.do,
    ...(about === undefined ? {} : { about }),
    words: written.words,
    at: ports.now,
  }
  await ports.inbound.send([answered])
  return 'thanks'
}
