import { RehearsalWorkV1 } from '../../events/rehearsal-work.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { playPart } from './play-part.ts'

/** The function has 900 seconds (infra/folders.ts): ten school days of the largest school are far below what is left. */
const WORKS_FOR_MILLISECONDS = 600_000

/** Called when somebody has asked what a draft of the policy would have done. */
export const make = queueFunction({
  name: 'rehearsal',
  env: Env,
  input: RehearsalWorkV1,
  run: (work, env, { clock, files, queue, stores }) => {
    const began = Date.parse(clock.now())
    return playPart(work, {
      stores: stores(env.TABLE),
      files: files(env.FILES_BUCKET),
      work: queue(env.REHEARSALS_QUEUE_URL),
      mayGoOn: () => Date.parse(clock.now()) - began < WORKS_FOR_MILLISECONDS,
    })
  },
})

export const handler = lazily(() => make(awsWorld()))
