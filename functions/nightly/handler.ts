import { NightDueV1 } from '../../events/night-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { runNight } from '../../shared/counting/nightly.ts'
import { addDays } from '../../shared/domain/time.ts'
import { expecting } from '../../shared/evidence/expecting.ts'
import { scheduledFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called by Scheduler once a night for each academy. */
export const make = scheduledFunction({
  name: 'nightly',
  env: Env,
  input: NightDueV1,
  async run({ academy }, env, { clock, files, log, queue, stores }) {
    const now = clock.now()
    const until = addDays(now.slice(0, 10), -1)
    const shelf = evidenceShelf(files(env.EVIDENCE_BUCKET))
    const { isReportDue, exchange } = await runNight(academy, now, {
      stores: expecting(stores(env.TABLE), shelf, until),
      log,
    })
    // Nothing was read where no class has ever been.
    await shelf.expect(academy, until, [])
    await queue(env.SEAL_QUEUE_URL).send([{ academy, until }])
    await queue(env.EXTRACTS_QUEUE_URL).send([{ academy }])
    if (exchange !== undefined) await queue(env.IMPORTS_QUEUE_URL).send([{ academy, mis: 'wonde', date: exchange }])
    // A night without one costs no reading.
    if (isReportDue) await queue(env.REPORTS_QUEUE_URL).send([{ academy }])
  },
})

export const handler = lazily(() => make(awsWorld()))
