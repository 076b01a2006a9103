import { ReceivedDueV1 } from '../../events/received-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { awsInboxes } from '../../shared/adapters/texting/aws-inboxes.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { catchUp } from './use-case.ts'

/** Called by Scheduler every quarter of an hour, day and night, for each academy whose provider lists what it has received. */
export const make = scheduledFunction({
  name: 'received-texts',
  env: Env,
  input: ReceivedDueV1,
  run: ({ academy }, env, world) =>
    catchUp(academy, world.clock.now(), {
      stores: world.stores(env.TABLE),
      inboxOf: (provider, { texts: { account, number } }) =>
        world.inbox(provider, { accountsSecret: env.ACCOUNTS_SECRET, account, number }),
      inbound: world.queue(env.INBOUND_QUEUE_URL),
      log: world.log,
    }),
})

export const handler = lazily(() => make(awsWorld({ inbox: awsInboxes })))
