import { LetterWorkV1 } from '../../events/letter-work.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { awsPost } from '../../shared/adapters/letters/aws-post.ts'
import { letterPress } from '../../shared/adapters/letters/press.ts'
import { planStageLetter } from '../../shared/follow-up/letters/plan-stage-letter.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { makeReferral } from './make-referral.ts'
import { planTermly } from './plan-termly.ts'
import type { LetterPorts } from './ports.ts'
import { askPost, letterReturned, postLetter } from './post-letter.ts'
import { printBatch } from './print-batch.ts'
import { printLetter } from './print-letter.ts'

/** Called with what is to be done with letters. */
export const make = queueFunction({
  name: 'letters',
  env: Env,
  input: LetterWorkV1,
  async run(work, env, world) {
    const ports: LetterPorts = {
      stores: world.stores(env.TABLE),
      letters: world.files(env.LETTERS_BUCKET),
      work: world.queue(env.LETTERS_QUEUE_URL),
      press: letterPress(),
      postOf: ({ texts: { account } }) => world.post({ accountsSecret: env.ACCOUNTS_SECRET, account }),
      now: () => world.clock.now(),
      freshToken: () => world.ids.fresh(),
      log: world.log,
    }
    switch (work.do) {
      case 'plan':
        return planStageLetter(work, ports)
      case 'termly':
        return planTermly(work, ports)
      case 'print':
        return printLetter(work.academy, work.letter, ports)
      case 'post':
        return postLetter(work, ports)
      case 'ask':
        return askPost(work, ports)
      case 'batch':
        return printBatch(work, ports)
      case 'referral':
        return makeReferral(work, ports)
      case 'returned':
        return letterReturned(work.providerId, ports)
    }
  },
})

export const handler = lazily(() => make(awsWorld({ post: awsPost })))
