import { ExtractsDueV1 } from '../../events/extracts-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { awsCourier } from '../../shared/adapters/courier/aws-courier.ts'
import { encrypt } from '../../shared/adapters/encryption/encrypt.ts'
import { pseudonyms } from '../../shared/adapters/system/pseudonyms.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { makeExtracts } from './make-extracts.ts'

/** A transfer of a few files is over long before. */
const LOOKED_AT_AGAIN_SECONDS = 600

/** Called when an academy's night has been, or when somebody asked for its extracts. */
export const make = queueFunction({
  name: 'extracts',
  env: Env,
  input: ExtractsDueV1,
  async run({ academy, anew }, env, { clock, courier, files, log, queue, secrets, stores }) {
    const [newest] = await secrets.read(env.PSEUDONYMS_SECRET)
    if (newest === undefined) throw new Error('There is no key for pseudonyms')
    await makeExtracts(academy, anew, {
      stores: stores(env.TABLE),
      files: files(env.EXTRACTS_BUCKET),
      encrypt,
      courier: courier(),
      bucket: env.EXTRACTS_BUCKET,
      again: (whose) =>
        queue(env.EXTRACTS_QUEUE_URL).send([{ academy: whose, anew: false }], {
          delaySeconds: LOOKED_AT_AGAIN_SECONDS,
        }),
      now: () => clock.now(),
      log,
      pseudonym: pseudonyms(newest.value),
    })
  },
})

export const handler = lazily(() => make(awsWorld({ courier: awsCourier })))
