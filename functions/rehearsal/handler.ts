import { RehearsalWorkV1 } from '../../events/rehearsal-work.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { playPart } from './play-part.ts'

/** Called when somebody has asked what a draft of the policy would have done. */
export const make = queueFunction({
  name: 'rehearsal',
  env: Env,
  input: RehearsalWorkV1,
  run: (work, env, { files, queue, stores }) =>
    playPart(work, {
      stores: stores(env.TABLE),
      files: files(env.FILES_BUCKET),
      work: queue(env.REHEARSALS_QUEUE_URL),
    }),
})

export const handler = lazily(() => make(awsWorld()))
