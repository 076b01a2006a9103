import { SealDueV1 } from '../../events/seal-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { sha256 } from '../../shared/adapters/evidence/sha256.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { sealUntil } from './use-case.ts'

/** Called when an academy's night has been: seals each day that is over and has no seal. */
export const make = queueFunction({
  name: 'seal',
  env: Env,
  input: SealDueV1,
  run: ({ academy, until }, env, { clock, files, log }) =>
    sealUntil(academy, until, {
      shelf: evidenceShelf(files(env.EVIDENCE_BUCKET)),
      now: () => clock.now(),
      log,
      sha256,
    }),
})

export const handler = lazily(() => make(awsWorld()))
