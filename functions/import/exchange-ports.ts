/** What asking a school's own system needs of the world. */
import type * as z from 'zod'
import { wondeMis } from '../../shared/adapters/mis/wonde.ts'
import { wondeAccount } from '../../shared/adapters/texting/accounts.ts'
import { minutesBetween } from '../../shared/domain/time.ts'
import type { ExchangePorts } from '../../shared/mis/exchange.ts'
import type { World } from '../../shared/ports/world.ts'
import type { Env } from './env.ts'

/** The longest that a queue holds a message back. A call that comes too early has itself called again. */
const LONGEST_MINUTES = 15

export const exchangePorts = (env: z.output<typeof Env>, world: World, academy: string): ExchangePorts => {
  const imports = world.queue(env.IMPORTS_QUEUE_URL)
  const now = () => world.clock.now()
  return {
    mis: wondeMis(() => wondeAccount(world.secrets, env.ACCOUNTS_SECRET, academy)),
    stores: world.stores(env.TABLE),
    files: world.files(env.FILES_BUCKET),
    log: world.log,
    ids: world.ids,
    imports,
    now,
    again: (due, at) => {
      const minutes = Math.min(Math.max(minutesBetween(now(), at), 1), LONGEST_MINUTES)
      return imports.send([{ ...due, mis: 'wonde' }], { delaySeconds: minutes * 60 })
    },
  }
}
