/**
 * A provider's receipt for a text: moves its state up, and has the day looked at again when the text reached nobody, or arrived after it
 * may have been given up.
 */
import { isMissedWhenLost } from '../domain/absence.ts'
import { addMinutes, type Instant } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { Log } from '../ports/world.ts'
import { readReference } from './text-reference.ts'

/** The receipt names a text that is not known yet: it may have overtaken the record, so it must be tried again. */
export class UnknownText extends Error {
  override readonly name = 'UnknownText'
}

/** Most receipts are here within seconds. One that is later may find that a person was asked to ring, which the look then takes back. */
const IN_TIME_MINUTES = 5

export interface ReceiptPorts {
  readonly stores: Stores
  readonly now: Instant
  readonly log: Log
  /** The function's name, for its log lines. */
  readonly function: string
}

const unknown = ({ log, function: name }: ReceiptPorts): UnknownText => {
  log.write('RECEIPT_UNKNOWN', { function: name })
  return new UnknownText('The receipt is of no text that is known')
}

/** Keeps a receipt, of the text it refers to or else of the one with its provider id. Throws `UnknownText` when there is none. */
export const keepReceipt = async (
  receipt: { readonly providerId: string; readonly state: 'delivered' | 'failed'; readonly reference?: string },
  ports: ReceiptPorts,
): Promise<void> => {
  const text =
    (receipt.reference === undefined ? undefined : readReference(receipt.reference)) ??
    (await ports.stores.textOfProviderId(receipt.providerId))
  if (!text) throw unknown(ports)
  const { state } = receipt
  const { academy, home, slot } = text
  const { now, stores } = ports
  const act = {
    at: now,
    by: 'carrier',
    kind: `text-${state}`,
    ...(home.on === 'cards' ? { pupils: home.pupils } : {}),
    detail: { slot },
  }
  if (state === 'delivered') {
    const mayBeMissed = isMissedWhenLost(slot)
    const inTime = mayBeMissed ? { whileAwaited: addMinutes(now, -IN_TIME_MINUTES) } : {}
    const came = await stores.moveText(academy, home, slot, { state, at: now, ...inTime }, act)
    if (came === 'nowhere') throw unknown(ports)
    if (came === 'moved' || !mayBeMissed) return
  }
  const came = await stores.moveText(academy, home, slot, { state, at: now }, { ...act, look: true })
  if (came === 'nowhere') throw unknown(ports)
}
