import { openedFromTopic } from '../../events/sns-envelope.ts'
import { TextEventV1 } from '../../events/text-receipt.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { receiptOfEvent } from '../../shared/domain/receipts.ts'
import { keepReceipt } from '../../shared/follow-up/receipt.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called with End User Messaging's events about texts. */
export const make = queueFunction({
  name: 'receipts',
  env: Env,
  input: openedFromTopic(TextEventV1),
  async run(event, env, world) {
    const state = receiptOfEvent(event.eventType, event.isFinal)
    if (state === undefined) return
    const ports = { stores: world.stores(env.TABLE), now: world.clock.now(), log: world.log, function: 'receipts' }
    const { reference } = event.context ?? {}
    const receipt = { providerId: event.messageId, state, ...(reference === undefined ? {} : { reference }) }
    await keepReceipt(receipt, ports)
  },
})

export const handler = lazily(() => make(awsWorld()))
