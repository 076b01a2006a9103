/**
 * `npm run mis -- pull|marks|write-back --academy <slug> --table <name> --accounts <secret> [--files <bucket> --imports <queue address>]`: one
 * exchange with a school's system through Wonde. Off for an academy without keys in the secret. Exits 1 when it was refused.
 */
import { parseArgs } from 'node:util'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { lambdaClient } from '../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { wondeMis } from '../shared/adapters/mis/wonde.ts'
import { sqsQueue } from '../shared/adapters/queue/sqs.ts'
import { awsSecrets } from '../shared/adapters/secrets/aws-secrets.ts'
import { s3Files } from '../shared/adapters/storage/s3.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { randomIds } from '../shared/adapters/system/ids.ts'
import { wondeAccount } from '../shared/adapters/texting/accounts.ts'
import { addDays, canonicalInstant, isLocalDate } from '../shared/domain/time.ts'
import { type PulledFile, pullMarks, pullSchool } from '../shared/mis/pull.ts'
import { writeBack } from '../shared/mis/write-back.ts'

const HOW =
  'Say what and where: npm run mis -- pull|marks|write-back --academy <slug> --table <name> --accounts <secret> [--files <bucket> --imports <queue address>] [--since <instant>] [--date YYYY-MM-DD]'

const needed = (value: string | undefined): string => {
  if (!value) throw new Error(HOW)
  return value
}

const told = (files: readonly PulledFile[]): boolean => {
  for (const { file, importId, rows } of files) console.log(`${file}: ${rows} rows, import ${importId}`)
  if (files.length === 0) console.log('Nothing has changed.')
  return true
}

const run = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      academy: { type: 'string' },
      table: { type: 'string' },
      accounts: { type: 'string' },
      files: { type: 'string' },
      imports: { type: 'string' },
      since: { type: 'string' },
      date: { type: 'string' },
    },
  })
  const academy = needed(values.academy)
  const secrets = awsSecrets(new SecretsManagerClient({}))
  const accounts = needed(values.accounts)
  const mis = wondeMis(() => wondeAccount(secrets, accounts, academy))
  const clock = systemClock()
  const now = () => clock.now()
  const stores = dynamoStores(lambdaClient(), needed(values.table), { phoneKeys: async () => [] })
  const [what] = positionals
  if (what === 'write-back') {
    const date = values.date ?? now().slice(0, 10)
    if (!isLocalDate(date)) throw new Error(HOW)
    const outcome = await writeBack(academy, date, { mis, stores, now })
    console.log(JSON.stringify(outcome))
    return outcome.outcome !== 'refused'
  }
  const ports = () => ({
    mis,
    stores,
    files: s3Files(new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }), needed(values.files)),
    imports: sqsQueue(new SQSClient({}), needed(values.imports)),
    ids: randomIds(),
    now,
  })
  if (what === 'pull') return told(await pullSchool(academy, ports()))
  if (what === 'marks')
    return told(
      await pullMarks(
        academy,
        canonicalInstant(values.since ?? `${addDays(now().slice(0, 10), -1)}T00:00:00Z`),
        ports(),
      ),
    )
  throw new Error(HOW)
}

run().then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The exchange with the school’s system failed.')
    process.exitCode = 1
  },
)
