import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Queue } from '../../ports/queue.ts'

/** The most that SQS takes in one call, and the longest it can hold a message back. */
const BATCH = 10
const LONGEST_DELAY_SECONDS = 900

/**
 * An SQS queue. SQS may take some messages of a batch and refuse others, so every answer is counted; the caller tries the whole
 * again, which it may, because whoever takes a message bears it twice.
 */
export const sqsQueue = (client: SQSClient, url: string): Queue => ({
  async send(messages, options = {}) {
    const delay = Math.min(options.delaySeconds ?? 0, LONGEST_DELAY_SECONDS)
    let refused = 0
    for (let from = 0; from < messages.length; from += BATCH) {
      const answer = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: url,
          Entries: messages.slice(from, from + BATCH).map((message, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(message),
            ...(delay > 0 ? { DelaySeconds: delay } : {}),
          })),
        }),
      )
      refused += answer.Failed?.length ?? 0
    }
    if (refused > 0)
      throw new Error(`The queue did not take ${refused} of ${messages.length} messages. Send them again.`)
  },
})
