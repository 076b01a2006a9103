/** Firstbell's world on AWS: each client is built when it is first needed, once per container. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { S3Client } from '@aws-sdk/client-s3'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { processEnvironment } from '../platform/environment.ts'
import { catalogueLog } from '../platform/log.ts'
import type { Texter } from '../ports/texter.ts'
import type { World } from '../ports/world.ts'
import { eventBridgeBus } from './bus/event-bridge.ts'
import { lambdaClient } from './dynamodb/client.ts'
import { dynamoStores } from './dynamodb/dynamo-stores.ts'
import { sqsQueue } from './queue/sqs.ts'
import { schedulerSweepTimers, schedulerTimers } from './scheduler/timers.ts'
import { awsSecrets } from './secrets/aws-secrets.ts'
import { s3Files } from './storage/s3.ts'
import { systemClock } from './system/clock.ts'
import { randomIds } from './system/ids.ts'
import { endUserMessagingTexter } from './texting/end-user-messaging.ts'
import { snsTexter } from './texting/sns.ts'

/**
 * A text is handed over at most once: the SDK must not try again by itself, and must give up well before the two-minute lease of
 * the claim runs out.
 */
const HAND_OVER_ONCE = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** The world of a deployed function. Nothing is built and nothing called before it is needed. */
export const awsWorld = (): World => {
  const env = processEnvironment()
  const clock = systemClock()
  const db = once(lambdaClient)
  const sqs = once(() => new SQSClient({}))
  const scheduler = once(() => new SchedulerClient({}))
  const events = once(() => new EventBridgeClient({}))
  // Otherwise every upload address would carry the checksum of an empty file.
  const s3 = once(() => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }))
  const secrets = once(() => awsSecrets(new SecretsManagerClient({})))
  const sns = once(() => new SNSClient(HAND_OVER_ONCE))
  const messaging = once(() => new PinpointSMSVoiceV2Client(HAND_OVER_ONCE))

  const phoneKeys = () => {
    const name = env.PHONES_SECRET
    if (!name) throw new Error('This function has no PHONES_SECRET. Add it to its env.ts and deploy again.')
    return secrets().read(name)
  }
  const texters: Readonly<
    Record<Parameters<World['texter']>[0], (settings: Parameters<World['texter']>[1]) => Texter>
  > = {
    sns: () => snsTexter(sns()),
    'end-user-messaging': (settings) => endUserMessagingTexter(messaging(), settings),
  }

  return {
    env,
    clock,
    ids: randomIds(),
    log: catalogueLog(
      (line) => process.stdout.write(`${line}\n`),
      () => clock.now(),
    ),
    stores: (table) => dynamoStores(db(), table, { phoneKeys }),
    queue: (url) => sqsQueue(sqs(), url),
    texter: (provider, settings) => texters[provider](settings),
    timers: (settings) => schedulerTimers(scheduler(), clock, settings),
    sweepTimers: (settings) => schedulerSweepTimers(scheduler(), clock, settings),
    bus: (name) => eventBridgeBus(events(), name),
    files: (bucket) => s3Files(s3(), bucket),
    secrets: { read: (name) => secrets().read(name) },
  }
}
