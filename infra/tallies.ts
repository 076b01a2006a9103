/**
 * `npm run tallies -- verify --table <name> [--academy <slug>]`: counts the year again from the registers, beside what is stored. Exits 1
 * when a pupil's count differs. `--date` chooses another school year by any of its dates.
 */
import { parseArgs } from 'node:util'
import { lambdaClient } from '../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { verifiedInWords } from '../shared/counting/verified-in-words.ts'
import { verifyTallies } from '../shared/counting/verify.ts'
import { isLocalDate } from '../shared/domain/time.ts'

const HOW = 'Say what and where: npm run tallies -- verify --table <name> [--academy <slug>] [--date YYYY-MM-DD]'

const verify = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { table: { type: 'string' }, academy: { type: 'string' }, date: { type: 'string' } },
  })
  const date = values.date ?? systemClock().now().slice(0, 10)
  if (positionals[0] !== 'verify' || !values.table || !isLocalDate(date)) throw new Error(HOW)
  const stores = dynamoStores(lambdaClient(), values.table, { phoneKeys: async () => [] })
  const academies = values.academy ? [values.academy] : await stores.policies.academies()
  let isRight = true
  for (const academy of academies) {
    const verified = await verifyTallies(stores, academy, date)
    if (verified.discrepancies.length > 0) isRight = false
    for (const line of verifiedInWords(academy, verified)) console.log(line)
  }
  return isRight
}

verify().then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The counts could not be verified.')
    process.exitCode = 1
  },
)
