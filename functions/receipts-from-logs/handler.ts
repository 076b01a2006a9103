import { LogsEventV1 } from '../../events/text-receipt.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { keepReceipts } from './use-case.ts'

/** Called with SNS's delivery logs, which are the only receipts that SNS has. */
export const make = scheduledFunction({
  name: 'receipts-from-logs',
  env: Env,
  input: LogsEventV1,
  run: ({ awslogs }, env, world) =>
    keepReceipts(awslogs.data, {
      stores: world.stores(env.TABLE),
      receipts: world.queue(env.RECEIPTS_QUEUE_URL),
      now: world.clock.now(),
      log: world.log,
      function: 'receipts-from-logs',
    }),
})

export const handler = lazily(() => make(awsWorld()))
