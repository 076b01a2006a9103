/** Firstbell's world on AWS: each client is built when it is first needed, once per container. */
import { S3Client } from '@aws-sdk/client-s3'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { processEnvironment } from '../platform/environment.ts'
import { catalogueLog } from '../platform/log.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { Log, World } from '../ports/world.ts'
import { lambdaClient } from './dynamodb/client.ts'
import { dynamoStores } from './dynamodb/dynamo-stores.ts'
import { sqsQueue } from './queue/sqs.ts'
import { schedulerSweepTimers, schedulerTimers } from './scheduler/timers.ts'
import { awsSecrets } from './secrets/aws-secrets.ts'
import { s3Files } from './storage/s3.ts'
import { systemClock } from './system/clock.ts'
import { randomIds } from './system/ids.ts'
import { once, onceFor } from './system/once.ts'

const sendsNoTexts = (): never => {
  throw new Error('This function sends no texts. Give awsWorld its texters where it is made.')
}

const looksInNoInbox = (): never => {
  throw new Error('This function looks for no received texts. Give awsWorld its inbox where it is made.')
}

const postsNoLetters = (): never => {
  throw new Error('This function posts no letters. Give awsWorld its post where it is made.')
}

const announcesNothing = (): never => {
  throw new Error('This function announces nothing. Give awsWorld its bus where it is made.')
}

const bringsNothing = (): never => {
  throw new Error('This function brings no files. Give awsWorld its courier where it is made.')
}

/**
 * The world of a deployed function. Nothing is built and nothing called before it is needed. Texters, the post, the inbox, the courier and the
 * bus are given by the one function that needs them, so that the others do not carry them.
 */
export const awsWorld = (
  parts: {
    readonly texters?: (secrets: () => Secrets, log: Log) => World['texter']
    readonly post?: (secrets: () => Secrets, log: Log) => World['post']
    readonly inbox?: (secrets: () => Secrets, log: Log) => World['inbox']
    readonly bus?: () => World['bus']
    readonly courier?: () => World['courier']
  } = {},
): World => {
  const env = processEnvironment()
  const clock = systemClock()
  const db = once(lambdaClient)
  const sqs = once(() => new SQSClient({}))
  const scheduler = once(() => new SchedulerClient({}))
  // Otherwise every upload address would carry the checksum of an empty file.
  const s3 = once(() => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }))
  const secrets = once(() => awsSecrets(new SecretsManagerClient({})))
  const log = catalogueLog(
    (line) => process.stdout.write(`${line}\n`),
    () => clock.now(),
  )

  const phoneKeys = () => {
    const name = env.PHONES_SECRET
    if (!name) throw new Error('This function has no PHONES_SECRET. Add it to its env.ts and deploy again.')
    return secrets().read(name)
  }
  // One for each table: what a process has read of live files and policies is kept from one call to the next.
  const storesOf = onceFor((table: string) => dynamoStores(db(), table, { phoneKeys }))
  return {
    env,
    clock,
    ids: randomIds(),
    log,
    stores: storesOf,
    queue: (url) => sqsQueue(sqs(), url),
    texter: parts.texters?.(secrets, log) ?? sendsNoTexts,
    post: parts.post?.(secrets, log) ?? postsNoLetters,
    inbox: parts.inbox?.(secrets, log) ?? looksInNoInbox,
    timers: (settings) => schedulerTimers(scheduler(), clock, settings),
    sweepTimers: (settings) => schedulerSweepTimers(scheduler(), clock, settings),
    bus: parts.bus?.() ?? announcesNothing,
    courier: parts.courier?.() ?? bringsNothing,
    files: (bucket) => s3Files(s3(), bucket),
    secrets: { read: (name, again) => secrets().read(name, again) },
  }
}
