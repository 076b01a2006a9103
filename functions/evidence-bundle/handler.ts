import { EvidenceWorkV1 } from '../../events/evidence-work.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { envelopes } from '../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../shared/adapters/evidence/keyring.ts'
import { sha256 } from '../../shared/adapters/evidence/sha256.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { makeBundle } from './make-bundle.ts'

/** Called when somebody who may has asked for the evidence about a pupil. */
export const make = queueFunction({
  name: 'evidence-bundle',
  env: Env,
  input: EvidenceWorkV1,
  run: (work, env, { clock, files, log, stores }) =>
    makeBundle(work, {
      stores: stores(env.TABLE),
      shelf: evidenceShelf(files(env.EVIDENCE_BUCKET)),
      envelopes: envelopes(keyring(files(env.EVIDENCE_KEYS_BUCKET))),
      prints: files(env.LETTERS_BUCKET),
      now: () => clock.now(),
      exports: files(env.FILES_BUCKET),
      log,
      sha256,
    }),
})

export const handler = lazily(() => make(awsWorld()))
