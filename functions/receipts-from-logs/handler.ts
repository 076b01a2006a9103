import { gunzipSync } from 'node:zlib'
import { LogsDataV1, LogsEventV1, SnsDeliveryLogV1 } from '../../events/text-receipt.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { keepReceipt } from '../../shared/follow-up/receipt.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** A delivery log never unpacks to more than this; a bomb is refused. */
const MOST_BYTES = 10_000_000

/** Called with SNS's delivery logs, which are the only receipts that SNS has. */
export const make = scheduledFunction({
  name: 'receipts-from-logs',
  env: Env,
  input: LogsEventV1,
  async run({ awslogs }, env, world) {
    const unpacked = gunzipSync(Buffer.from(awslogs.data, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8')
    const { messageType, logEvents } = LogsDataV1.parse(JSON.parse(unpacked))
    if (messageType !== 'DATA_MESSAGE') return
    const ports = {
      stores: world.stores(env.TABLE),
      now: world.clock.now(),
      log: world.log,
      function: 'receipts-from-logs',
    }
    for (const { message } of logEvents) {
      const { notification, status } = SnsDeliveryLogV1.parse(JSON.parse(message))
      await keepReceipt(
        { providerId: notification.messageId, state: status === 'SUCCESS' ? 'delivered' : 'failed' },
        ports,
      )
    }
  },
})

export const handler = lazily(() => make(awsWorld()))
