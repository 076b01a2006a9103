import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { actOf } from '../../shared/adapters/dynamodb/stream.ts'
import { lookAtDay } from '../../shared/follow-up/look-at-day.ts'
import { lookPorts } from '../../shared/follow-up/look-ports.ts'
import { isWorthALook } from '../../shared/follow-up/worth-a-look.ts'
import { streamFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called with changes that ask for a look: what is due is judged whenever something is learned, once per academy and batch. */
export const make = streamFunction({
  name: 'judge',
  env: Env,
  async run(records, env, world) {
    const asking = records.flatMap((record) => actOf(record) ?? []).filter((each) => each.act.look)
    const ports = lookPorts(env, world)
    const failed: unknown[] = []
    for (const [academy, learned] of Map.groupBy(asking, (each) => each.academy)) {
      const acts = learned.map(({ act }) => act)
      try {
        if (!(await isWorthALook(acts, () => ports.stores.open(academy, false)))) continue
        await lookAtDay(academy, world.clock.now(), 'learned', ports)
      } catch (error) {
        // The school whose day cannot be looked at must not keep what was learned of another's children waiting.
        failed.push(error)
      }
    }
    if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed)
    return {}
  },
})

export const handler = lazily(() => make(awsWorld()))
