import * as z from 'zod'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { watchSeals } from '../../shared/evidence/watch-seals.ts'
import { lookPorts } from '../../shared/follow-up/look-ports.ts'
import { watchAcademy } from '../../shared/follow-up/watch.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import type { World } from '../../shared/ports/world.ts'
import { Env } from './env.ts'
import { watchAll } from './watch-all.ts'

/** Called by an EventBridge rule every five minutes of the school day; what the event holds does not matter. */
export const make = (world: World) => {
  const seen = new Set<string>()
  const watch = scheduledFunction({
    name: 'watchdog',
    env: Env,
    input: z.unknown(),
    async run(_event, env, { clock, files }) {
      const ports = lookPorts(env, world)
      const seals = { shelf: evidenceShelf(files(env.EVIDENCE_BUCKET)), stores: ports.stores }
      await watchAll(
        [
          (academy, now) => watchAcademy(academy, now, ports, seen),
          (academy, now) => watchSeals(academy, now, seals, seen),
        ],
        clock.now(),
        ports,
      )
    },
  })
  return watch(world)
}

export const handler = lazily(() => make(awsWorld()))
