import * as z from 'zod'
import { openedFromTopic } from '../../events/sns-envelope.ts'
import { TextEventV1, TextReceiptV1 } from '../../events/text-receipt.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { receiptOfEvent } from '../../shared/domain/receipts.ts'
import { keepReceipt } from '../../shared/follow-up/receipt.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

type Event = z.output<typeof TextEventV1> | z.output<typeof TextReceiptV1>

/** What the carrier's last word is, or `undefined` when it may still say more. */
const receiptOf = (event: Event): Parameters<typeof keepReceipt>[0] | undefined => {
  if ('providerId' in event) return event
  const state = receiptOfEvent(event.eventType, event.isFinal)
  const { reference } = event.context ?? {}
  if (state === undefined) return undefined
  return { providerId: event.messageId, state, ...(reference === undefined ? {} : { reference }) }
}

/** Called with End User Messaging's events about texts, and with the receipts that the hooks took. */
export const make = queueFunction({
  name: 'receipts',
  env: Env,
  input: openedFromTopic(z.union([TextReceiptV1, TextEventV1])),
  async run(event, env, world) {
    const receipt = receiptOf(event)
    if (receipt === undefined) return
    const ports = { stores: world.stores(env.TABLE), now: world.clock.now(), log: world.log, function: 'receipts' }
    await keepReceipt(receipt, ports)
  },
})

export const handler = lazily(() => make(awsWorld()))
