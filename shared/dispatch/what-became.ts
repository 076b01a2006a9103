/**
 * A receipt may never come: Twilio calls once, GOV.UK Notify for half an hour. What such a provider took is asked after shortly before the wait for
 * its receipt is over, and once more a quarter of an hour later; what it says then counts as its receipt. Nobody is texted or asked to
 * ring by what is said here that a receipt would not have brought about.
 */
import type { Policy } from '../../academies/policy.ts'
import { MOST_ASKS, type TextAsked } from '../../events/text-asked.v1.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import type { TextState } from '../domain/absence.ts'
import { keepReceipt } from '../follow-up/receipt.ts'
import { type PlacedText, readReference, referenceOf } from '../follow-up/text-reference.ts'
import type { TextHome } from '../ports/stores.ts'
import type { Texter } from '../ports/texter.ts'
import type { DispatchPorts } from './ports.ts'

/** The longest a message waits in SQS before it is seen. */
const LONGEST_DELAY_SECONDS = 900
const SHORTEST_DELAY_SECONDS = 60
/** So long before the wait is over, so that a text which arrived is never given up for want of its receipt. */
const BEFORE_SECONDS = 180

/** Thanks say nothing that anybody would ask after. */
const isAwaited = ({ kind }: TextPlanned): boolean => kind !== 'acknowledgement'

/** Has a text asked after that was just accepted, by a provider that can be asked. */
export const askAfter = async (
  planned: TextPlanned,
  text: { readonly slot: string; readonly home: TextHome; readonly providerId: string },
  texter: Texter,
  { receiptWithinMinutes }: Policy['texts'],
  { texts }: Pick<DispatchPorts, 'texts'>,
): Promise<void> => {
  if (!texter.fate || !isAwaited(planned)) return
  const { academy, date } = planned
  const reference = referenceOf({ academy, slot: text.slot, home: text.home })
  const asked: TextAsked = { ask: 'what-became', academy, date, reference, providerId: text.providerId, asked: 0 }
  const delay = Math.max(SHORTEST_DELAY_SECONDS, receiptWithinMinutes * 60 - BEFORE_SECONDS)
  await texts.send([asked], { delaySeconds: Math.min(LONGEST_DELAY_SECONDS, delay) })
}

const stateOf = async (
  { academy, slot, home }: PlacedText,
  { stores }: Pick<DispatchPorts, 'stores'>,
): Promise<TextState | undefined> =>
  home.on === 'cards'
    ? (await stores.card(academy, home.date, home.owner))?.texts[slot]?.state
    : (await stores.task(academy, home.taskId))?.pages[slot]?.state

/** Asks what became of a text that still has no receipt. Its provider's trouble is a reason to ask again, never an error. */
export const askWhatBecame = async (asked: TextAsked, ports: DispatchPorts): Promise<void> => {
  const { academy, date, reference, providerId } = asked
  const placed = readReference(reference)
  if (!placed || (await stateOf(placed, ports)) !== 'accepted') return
  const { policy } = await ports.stores.policies.inForce(academy, date)
  const fate = (await ports.texterOf(policy).fate?.(providerId)) ?? 'unknown'
  if (fate === 'delivered' || fate === 'failed') {
    const { stores, now, log } = ports
    log.write('RECEIPT_ASKED', { academy, state: fate })
    return keepReceipt({ providerId, state: fate, reference }, { stores, now: now(), log, function: 'dispatch' })
  }
  if (asked.asked + 1 < MOST_ASKS)
    await ports.texts.send([{ ...asked, asked: asked.asked + 1 }], { delaySeconds: LONGEST_DELAY_SECONDS })
}
