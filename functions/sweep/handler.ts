import { SweepDueV1 } from '../../events/sweep-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { lookPorts } from '../../shared/follow-up/look-ports.ts'
import { runSweep } from '../../shared/follow-up/sweep.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called by Scheduler at each academy's times of the day. */
export const make = scheduledFunction({
  name: 'sweep',
  env: Env,
  input: SweepDueV1,
  run: (due, env, world) => runSweep(due, world.clock.now(), lookPorts(env, world)),
})

export const handler = lazily(() => make(awsWorld()))
