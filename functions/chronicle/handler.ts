import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { actOf, versionOf } from '../../shared/adapters/dynamodb/stream.ts'
import { envelopes } from '../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../shared/adapters/evidence/keyring.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { onceFor } from '../../shared/adapters/system/once.ts'
import { minutesBetween } from '../../shared/domain/time.ts'
import { streamFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import type { World } from '../../shared/ports/world.ts'
import { Env } from './env.ts'
import { keepEvidence } from './keep-evidence.ts'
import { entriesOf } from './use-case.ts'

const LATE_MINUTES = 15

/** Called with changes of the table: appends each act to the chronicle, the only function that writes there. */
export const make = (world: World) => {
  // One for the life of the container: a pupil's key is read once.
  const envelopesOf = onceFor((bucket: string) => envelopes(keyring(world.files(bucket))))
  return streamFunction({
    name: 'chronicle',
    env: Env,
    async run(records, env) {
      const acts = records.flatMap((record) => actOf(record) ?? [])
      const [first] = acts
      if (first) {
        const minutes = minutesBetween(first.act.at, world.clock.now())
        if (minutes > LATE_MINUTES) world.log.write('CHRONICLE_LATE', { minutes })
      }
      const hashed = await keepEvidence(
        { entries: acts.flatMap(entriesOf), versions: records.flatMap((record) => versionOf(record) ?? []) },
        {
          envelopes: envelopesOf(env.EVIDENCE_KEYS_BUCKET),
          shelf: evidenceShelf(world.files(env.EVIDENCE_BUCKET)),
          now: world.clock.now(),
        },
      )
      await world.stores(env.TABLE).appendChronicle(hashed)
      return {}
    },
  })(world)
}

export const handler = lazily(() => make(awsWorld()))
