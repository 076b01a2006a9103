/**
 * `npm run tallies -- verify|recount --table <name> [--academy <slug>]`: counts the year again from the registers, beside what is stored.
 * `verify` only reads, and exits 1 when a pupil's count differs; `recount` puts the registers' count in its place. `--date` chooses another
 * school year by any of its dates.
 */
import { parseArgs } from 'node:util'
import { lambdaClient } from '../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { verifiedInWords } from '../shared/counting/verified-in-words.ts'
import { recountTallies, verifyTallies } from '../shared/counting/verify.ts'
import { isLocalDate } from '../shared/domain/time.ts'

const HOW =
  'Say what and where: npm run tallies -- verify|recount --table <name> [--academy <slug>] [--date YYYY-MM-DD]'

const run = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { table: { type: 'string' }, academy: { type: 'string' }, date: { type: 'string' } },
  })
  const now = systemClock().now()
  const date = values.date ?? now.slice(0, 10)
  const [what = ''] = positionals
  if (!['verify', 'recount'].includes(what) || !values.table || !isLocalDate(date)) throw new Error(HOW)
  const stores = dynamoStores(lambdaClient(), values.table, { phoneKeys: async () => [] })
  const academies = values.academy ? [values.academy] : await stores.policies.academies()
  let isRight = true
  for (const academy of academies) {
    if (what === 'recount') {
      const act = { at: now, by: 'operator', kind: 'tallies-recounted' }
      console.log(`${academy}: ${await recountTallies(stores, academy, date, act)} classes put right.`)
    }
    const verified = await verifyTallies(stores, academy, date)
    if (verified.discrepancies.length + verified.lists.length > 0) isRight = false
    for (const line of verifiedInWords(academy, verified)) console.log(line)
  }
  return isRight
}

run().then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The counts could not be verified.')
    process.exitCode = 1
  },
)
