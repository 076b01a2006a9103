import * as z from 'zod'
import { TextAskedV1 } from '../../events/text-asked.v1.ts'
import { TextPlannedV1 } from '../../events/text-planned.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { awsTexters } from '../../shared/adapters/texting/aws-texters.ts'
import { guardedTexter } from '../../shared/adapters/texting/guarded.ts'
import { routedTexter } from '../../shared/adapters/texting/routed.ts'
import { dispatchText } from '../../shared/dispatch/dispatch-text.ts'
import type { DispatchPorts } from '../../shared/dispatch/ports.ts'
import { askWhatBecame } from '../../shared/dispatch/what-became.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called with planned texts from the queue, and with those that are to be asked after. */
export const make = queueFunction({
  name: 'dispatch',
  env: Env,
  input: z.union([TextAskedV1, TextPlannedV1]),
  run: (message, env, world) => {
    const ports: DispatchPorts = {
      stores: world.stores(env.TABLE),
      texts: world.queue(env.TEXTS_QUEUE_URL),
      texterOf: ({ texts: { provider, second, account }, live }) => {
        const { CONFIGURATION_SET: configurationSet, ACCOUNTS_SECRET: accountsSecret } = env
        const settings = { configurationSet, accountsSecret, account, live }
        const others = second === 'none' ? [] : [world.texter(second, settings)]
        return guardedTexter(routedTexter(world.texter(provider, settings), ...others), live)
      },
      now: () => world.clock.now(),
      freshToken: () => world.ids.fresh(),
      log: world.log,
    }
    return 'ask' in message ? askWhatBecame(message, ports) : dispatchText(message, ports)
  },
})

export const handler = lazily(() => make(awsWorld({ texters: awsTexters })))
