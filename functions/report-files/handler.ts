import { ReportsDueV1 } from '../../events/reports-due.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { makeReports } from './make-reports.ts'

/** Called when an academy's night has been. */
export const make = queueFunction({
  name: 'report-files',
  env: Env,
  input: ReportsDueV1,
  run: ({ academy }, env, { clock, files, log, stores }) =>
    makeReports(academy, {
      stores: stores(env.TABLE),
      files: files(env.KEPT_BUCKET),
      now: () => clock.now(),
      log,
    }),
})

export const handler = lazily(() => make(awsWorld()))
