import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { awsBus } from '../../shared/adapters/bus/aws-bus.ts'
import { actOf } from '../../shared/adapters/dynamodb/stream.ts'
import { streamFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { announcementOf } from './use-case.ts'

/** Called with changes of the table: announces what others may hear of on the bus. */
export const make = streamFunction({
  name: 'announce',
  env: Env,
  async run(records, env, world) {
    const said = records.flatMap((record) => actOf(record) ?? []).flatMap((act) => announcementOf(act) ?? [])
    if (said.length > 0) await world.bus(env.BUS_NAME).announce(said)
    return {}
  },
})

export const handler = lazily(() => make(awsWorld({ bus: awsBus })))
