import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { MOST_FILE_BYTES } from '../../shared/domain/imports/file-size.ts'
import { exchange } from '../../shared/mis/exchange.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { exchangePorts } from './exchange-ports.ts'
import { ImportMessage } from './requests.ts'
import { importFile, reportGivenUp, reportLost, reportTooLarge } from './use-case.ts'

/** The function has 300 seconds (infra/folders.ts): time enough is left for the registers that are being saved, and for the report. */
const WORKS_FOR_MILLISECONDS = 200_000

/** Called with files that wait to be imported, and when the school's own system is to be asked for them. */
export const make = queueFunction({
  name: 'import',
  env: Env,
  input: ImportMessage,
  async run(asked, env, world, received) {
    if ('mis' in asked) return void (await exchange(asked, exchangePorts(env, world, asked.academy)))
    const files = world.files(env.FILES_BUCKET)
    const now = () => world.clock.now()
    const began = Date.parse(now())
    const later = {
      mayGoOn: () => Date.parse(now()) - began < WORKS_FOR_MILLISECONDS,
      send: (request: unknown) => world.queue(env.IMPORTS_QUEUE_URL).send([request]),
    }
    const ports = { stores: world.stores(env.TABLE), files, log: world.log, now, later }
    for (const request of asked) {
      try {
        const bytes = await files.getUpTo(request.path, MOST_FILE_BYTES)
        if (bytes === 'too-large') await reportTooLarge(request, ports)
        else await (bytes ? importFile({ ...request, bytes }, ports) : reportLost(request, ports))
      } catch (error) {
        if (received >= env.TRIES) await reportGivenUp(request, ports)
        throw error
      }
    }
  },
})

export const handler = lazily(() => make(awsWorld()))
