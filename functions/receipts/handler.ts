import * as z from 'zod'
import { openedFromTopic } from '../../events/sns-envelope.ts'
import { TextEventV1, type TextReceipt, TextReceiptV1 } from '../../events/text-receipt.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { receiptOfEvent } from '../../shared/domain/receipts.ts'
import { keepReceipt, UnknownText } from '../../shared/follow-up/receipt.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { waitForText } from './wait.ts'

type Event = z.output<typeof TextEventV1> | TextReceipt

/** What the carrier's last word is, or `undefined` when it may still say more. */
const receiptOf = (event: Event): (TextReceipt & { readonly reference?: string }) | undefined => {
  if ('providerId' in event) return event
  const state = receiptOfEvent(event.eventType, event.isFinal)
  const { reference } = event.context ?? {}
  if (state === undefined) return undefined
  return { providerId: event.messageId, state, ...(reference === undefined ? {} : { reference }) }
}

/** Called with End User Messaging's events about texts, and with the receipts that the hooks and the delivery logs took. */
export const make = queueFunction({
  name: 'receipts',
  env: Env,
  input: openedFromTopic(z.union([TextReceiptV1, TextEventV1])),
  async run(event, env, world) {
    const receipt = receiptOf(event)
    if (receipt === undefined) return
    const now = world.clock.now()
    try {
      await keepReceipt(receipt, { stores: world.stores(env.TABLE), now, log: world.log, function: 'receipts' })
    } catch (error) {
      if (!(error instanceof UnknownText)) throw error
      if (await waitForText(receipt, world.queue(env.RECEIPTS_QUEUE_URL), now)) return
      world.log.write('RECEIPT_GIVEN_UP', { function: 'receipts' })
      throw error
    }
  },
})

export const handler = lazily(() => make(awsWorld()))
