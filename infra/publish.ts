/** `npm run policy:publish -- --table <name> --by <who> [--today --second <who>]`: the operator's command after a deployment. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadPolicies } from '../academies/load.ts'
import { publishPolicies } from '../academies/publish-policies.ts'
import { lambdaClient } from '../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'

const HOW =
  'Say which table and who you are: npm run policy:publish -- --table <name> --by <staff id> [--today --second <staff id>]'

const publish = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      table: { type: 'string' },
      by: { type: 'string' },
      today: { type: 'boolean' },
      second: { type: 'string' },
    },
  })
  if (!values.table || !values.by) throw new Error(HOW)
  const { policies } = loadPolicies(fileURLToPath(new URL('../academies', import.meta.url)))
  const stores = dynamoStores(lambdaClient(), values.table, { phoneKeys: async () => [] })
  const today = values.today ? { today: { second: values.second ?? '' } } : {}
  const how = { now: systemClock().now(), by: values.by, ...today }
  for (const { academy, version, from } of await publishPolicies(stores, Object.values(policies), how)) {
    const when = from === undefined ? 'is in force already' : `takes effect on ${from}`
    console.log(`${academy}: ${version} ${when}.`)
  }
}

publish().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The policies could not be published.')
  process.exitCode = 1
})
