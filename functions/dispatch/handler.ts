import { TextPlannedV1 } from '../../events/text-planned.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { guardedTexter } from '../../shared/adapters/texting/guarded.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { dispatchText } from './use-case.ts'

/** Called with planned texts from the queue. */
export const make = queueFunction({
  name: 'dispatch',
  env: Env,
  input: TextPlannedV1,
  run: (planned, env, world) =>
    dispatchText(planned, {
      stores: world.stores(env.TABLE),
      texts: world.queue(env.TEXTS_QUEUE_URL),
      texterOf: (policy) =>
        guardedTexter(world.texter(policy.texts.provider, { configurationSet: env.CONFIGURATION_SET }), policy.live),
      now: () => world.clock.now(),
      log: world.log,
    }),
})

export const handler = lazily(() => make(awsWorld()))
