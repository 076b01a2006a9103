/** A provider's receipt for a text: moves its state up, and has the day looked at again when the text reached nobody. */
import type { Instant } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { Log } from '../ports/world.ts'
import { readReference } from './text-reference.ts'

/** The receipt names a text that is not known yet: it may have overtaken the record, so it must be tried again. */
export class UnknownText extends Error {
  override readonly name = 'UnknownText'
}

export interface ReceiptPorts {
  readonly stores: Stores
  readonly now: Instant
  readonly log: Log
  /** The function's name, for its log lines. */
  readonly function: string
}

/** Keeps a receipt, of the text it refers to or else of the one with its provider id. Throws `UnknownText` when there is none. */
export const keepReceipt = async (
  receipt: { readonly providerId: string; readonly state: 'delivered' | 'failed'; readonly reference?: string },
  ports: ReceiptPorts,
): Promise<void> => {
  const text =
    (receipt.reference === undefined ? undefined : readReference(receipt.reference)) ??
    (await ports.stores.textOfProviderId(receipt.providerId))
  if (!text) {
    ports.log.write('RECEIPT_UNKNOWN', { function: ports.function })
    throw new UnknownText('No text has this provider id')
  }
  const { state } = receipt
  await ports.stores.moveText(
    text.academy,
    text.home,
    text.slot,
    { state, at: ports.now },
    {
      at: ports.now,
      by: 'carrier',
      kind: `text-${state}`,
      ...(text.home.on === 'cards' ? { pupils: text.home.pupils } : {}),
      detail: { slot: text.slot },
      ...(state === 'failed' ? { look: true as const } : {}),
    },
  )
}
