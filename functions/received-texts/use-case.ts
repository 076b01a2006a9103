/**
 * Finds the texts from parents whose call to us never came: the provider's list is compared with what was heard, and what is missing is heard
 * like any other text. A text that its own call brings meanwhile is heard once: both carry the provider's id of it.
 */
import type { Policy } from '../../academies/policy.ts'
import type { InboundText } from '../../events/inbound-text.v1.ts'
import { idOf } from '../../shared/domain/ids.ts'
import { e164 } from '../../shared/domain/number.ts'
import { type Listing, listsOf } from '../../shared/domain/received-lists.ts'
import { addMinutes, type Instant } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import type { Inbox, ReceivedText } from '../../shared/ports/inbox.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'

export interface CatchUpPorts {
  readonly stores: Stores
  inboxOf(provider: Listing, policy: Policy): Inbox
  readonly inbound: Queue
  readonly log: Log
}

/** A text this young may still be on its ordinary way. */
const ON_ITS_WAY_MINUTES = 2
/** How far back the first look goes: what is older was sent to somebody else's system. */
const FIRST_MINUTES = 60
/** Looked at again each time, as a provider may list a text a little after its own time of it. */
const OVERLAP_MINUTES = 10

const asInbound = ({ id, from, to, words, at }: ReceivedText): InboundText => ({
  originationNumber: from,
  destinationNumber: to,
  messageBody: words,
  inboundMessageId: id,
  sentAt: at,
})

const unheard = async (
  academy: string,
  texts: readonly ReceivedText[],
  stores: Stores,
): Promise<readonly ReceivedText[]> => {
  const heard = await Promise.all(texts.map(({ id }) => stores.isHeard(academy, idOf('r', id))))
  return texts.filter((_, index) => heard[index] === false)
}

/** One provider was silent: throwing brings the look again from the same moment. */
export class ListsLeft extends Error {
  override readonly name = 'ListsLeft'
}

/**
 * Puts what was missed on the queue of texts, then notes up to when everything was seen: cut off in between, it is only seen again. Throws
 * `ListsLeft` when a provider gave no whole answer; what another one listed is heard all the same.
 */
export const catchUp = async (
  academy: string,
  now: Instant,
  { stores, inboxOf, inbound, log }: CatchUpPorts,
): Promise<void> => {
  const { version } = await policyAt(stores, academy, now)
  const { policy } = version
  const lists = listsOf(policy.texts)
  if (lists.length === 0) return
  const seenUntil = await stores.seenUntil(academy)
  const since = seenUntil === undefined ? addMinutes(now, -FIRST_MINUTES) : addMinutes(seenUntil, -OVERLAP_MINUTES)
  const until = addMinutes(now, -ON_ITS_WAY_MINUTES)
  const looks = await Promise.allSettled(lists.map((provider) => inboxOf(provider, policy).receivedSince(since)))
  const received = looks.flatMap((look) => (look.status === 'fulfilled' ? look.value : []))
  // A number of another academy on the same account is looked up for that academy.
  const ours = received.filter(({ to, at }) => e164(to) === policy.texts.number && at < until)
  const missed = await unheard(academy, ours, stores)
  if (missed.length > 0) {
    await inbound.send(missed.map(asInbound))
    log.write('TEXTS_MISSED', { academy, texts: missed.length })
  }
  if (looks.some(({ status }) => status === 'rejected')) throw new ListsLeft('A list of received texts was not whole')
  await stores.putSeenUntil(academy, until)
}
