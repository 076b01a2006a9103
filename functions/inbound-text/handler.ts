import * as z from 'zod'
import { CallHeardV1 } from '../../events/call-heard.v1.ts'
import { InboundTextV1 } from '../../events/inbound-text.v1.ts'
import { PageAnsweredV1 } from '../../events/page-answered.v1.ts'
import { openedFromTopic } from '../../events/sns-envelope.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { hearCall } from './hear-call.ts'
import { hearPage } from './hear-page.ts'
import { hearText } from './use-case.ts'

/** Called with texts from parents, and with what was told on the absence line. */
export const make = queueFunction({
  name: 'inbound-text',
  env: Env,
  input: z.union([CallHeardV1, PageAnsweredV1, openedFromTopic(InboundTextV1)]),
  run: (heard, env, world) => {
    const ports = {
      stores: world.stores(env.TABLE),
      texts: world.queue(env.TEXTS_QUEUE_URL),
      now: world.clock.now(),
      log: world.log,
    }
    if ('call' in heard) return hearCall(heard, ports)
    return 'page' in heard ? hearPage(heard, ports) : hearText(heard, ports)
  },
})

export const handler = lazily(() => make(awsWorld()))
