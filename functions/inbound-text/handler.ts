import { InboundTextV1 } from '../../events/inbound-text.v1.ts'
import { openedFromTopic } from '../../events/sns-envelope.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { hearText } from './use-case.ts'

/** Called with texts from parents. */
export const make = queueFunction({
  name: 'inbound-text',
  env: Env,
  input: openedFromTopic(InboundTextV1),
  run: (text, env, world) =>
    hearText(text, { stores: world.stores(env.TABLE), now: world.clock.now(), log: world.log }),
})

export const handler = lazily(() => make(awsWorld()))
