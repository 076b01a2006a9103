import { NightDueV1 } from '../../events/night-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { runNight } from '../../shared/counting/nightly.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called by Scheduler once a night for each academy. */
export const make = scheduledFunction({
  name: 'nightly',
  env: Env,
  input: NightDueV1,
  run: ({ academy }, env, { clock, log, stores }) => runNight(academy, clock.now(), { stores: stores(env.TABLE), log }),
})

export const handler = lazily(() => make(awsWorld()))
