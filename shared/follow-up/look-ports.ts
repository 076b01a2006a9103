import type { World } from '../ports/world.ts'
import type { LookPorts } from './look-at-day.ts'

/** What a function that looks at days picks from the world. */
export const lookPorts = (
  env: {
    readonly TABLE: string
    readonly TEXTS_QUEUE_URL: string
    readonly LETTERS_QUEUE_URL: string
    readonly LOOK_QUEUE_ARN: string
    readonly TIMERS_ROLE_ARN: string
  },
  world: World,
): LookPorts => ({
  stores: world.stores(env.TABLE),
  texts: world.queue(env.TEXTS_QUEUE_URL),
  letters: world.queue(env.LETTERS_QUEUE_URL),
  timers: world.timers({ targetArn: env.LOOK_QUEUE_ARN, roleArn: env.TIMERS_ROLE_ARN }),
  log: world.log,
})
