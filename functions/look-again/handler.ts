import { LookDueV1 } from '../../events/look-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { lookAtDay } from '../../shared/follow-up/look-at-day.ts'
import { lookPorts } from '../../shared/follow-up/look-ports.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called when a one-off alarm went: a receipt is overdue, a page must go to the next person. Late is as good as on time. */
export const make = queueFunction({
  name: 'look-again',
  env: Env,
  input: LookDueV1,
  async run(due, env, world) {
    await lookAtDay(due.academy, world.clock.now(), 'alarm', lookPorts(env, world))
  },
})

export const handler = lazily(() => make(awsWorld()))
