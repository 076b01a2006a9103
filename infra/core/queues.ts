import { Duration, type Stack } from 'aws-cdk-lib'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { FOLDERS, type Folder } from '../folders.ts'
import { PERIOD, raiseAlarm } from './alarms.ts'

export interface Ground {
  readonly key: Key
  /** Where alarms go. */
  readonly alarms: ITopic
}

const secure = (key: Key) => ({ encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: true })

/** A queue for what could not be handled, kept for the longest time there is, with an alarm while it holds anything. */
export const deadLetters = (
  stack: Stack,
  id: string,
  ground: Ground,
  hurts: string,
  { heading }: { readonly heading: string } = { heading: 'DEAD_LETTERS' },
): Queue => {
  const queue = new Queue(stack, id, { ...secure(ground.key), retentionPeriod: Duration.days(14) })
  raiseAlarm(stack, `${id}NotEmpty`, ground.alarms, {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
    hurts,
    heading,
  })
  return queue
}

interface Patience {
  readonly tries: number
  /** How long after a failed try the next comes, where that is longer than Lambda asks. */
  readonly minutesApart: number
}

/** Tries before a message goes to the dead letters. */
export const TRIES = 5

const PATIENCE: Patience = { tries: TRIES, minutesApart: 0 }

/**
 * A receipt may come before the record of its text: after a crash the provider's id is written only once it has been asked. Its queue brings
 * it back for two hours; by then every uncertain text has been asked for, or is a person's. Two tries lie within the twenty minutes after
 * which a text without a receipt is given up.
 */
export const RECEIPT_PATIENCE: Patience = { tries: 15, minutesApart: 8 }

/**
 * The work queue of one function, with its dead letters. A message stays hidden for more than six times as long as the function may
 * run, as Lambda asks, so that none is handed out again while its first reader still works.
 */
export const workQueue = (stack: Stack, id: string, ground: Ground, folder: Folder, patience = PATIENCE): Queue => {
  const { timeoutSeconds, hurts } = FOLDERS[folder]
  return new Queue(stack, id, {
    ...secure(ground.key),
    visibilityTimeout: Duration.seconds(Math.max(timeoutSeconds * 6 + 30, patience.minutesApart * 60)),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters(stack, `${id}DeadLetters`, ground, hurts), maxReceiveCount: patience.tries },
  })
}
