import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { actOf } from '../../shared/adapters/dynamodb/stream.ts'
import { minutesBetween } from '../../shared/domain/time.ts'
import { streamFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { entriesOf } from './use-case.ts'

const LATE_MINUTES = 15

/** Called with changes of the table: appends each act to the chronicle, the only function that writes there. */
export const make = streamFunction({
  name: 'chronicle',
  env: Env,
  async run(records, env, world) {
    const stores = world.stores(env.TABLE)
    const acts = records.flatMap((record) => actOf(record) ?? [])
    const [first] = acts
    if (first) {
      const minutes = minutesBetween(first.act.at, world.clock.now())
      if (minutes > LATE_MINUTES) world.log.write('CHRONICLE_LATE', { minutes })
    }
    await stores.appendChronicle(acts.flatMap(entriesOf))
    return {}
  },
})

export const handler = lazily(() => make(awsWorld()))
