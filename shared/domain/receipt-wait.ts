/**
 * How long a receipt waits for the record of its text. A provider may tell what became of a text before we have written down the id it
 * gave it, and after a crash the id is written only once the provider has been asked: seconds, at most some minutes.
 */
import { type Instant, minutesBetween } from './time.ts'

/** A receipt that no text has claimed by then goes to the dead letters: by then every uncertain text has been asked for, or is a person's. */
export const RECEIPT_WAITS_MINUTES = 120

const FIRST_SECONDS = 30
/** The longest that SQS holds a message back. */
const LONGEST_SECONDS = 900

/**
 * Seconds until a receipt that found no text is tried again, or `undefined` when it has waited long enough. Each wait is twice the one
 * before: twelve tries in all, below the sixteen rounds after which Lambda stops a function that puts messages on its own queue.
 */
export const nextReceiptTry = (since: Instant, tries: number, now: Instant): number | undefined =>
  minutesBetween(since, now) >= RECEIPT_WAITS_MINUTES
    ? undefined
    : Math.min(FIRST_SECONDS * 2 ** tries, LONGEST_SECONDS)
