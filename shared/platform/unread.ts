/**
 * A call that is proved to be the provider's and does not have the documented shape may hold a parent's words: it is kept whole, where an
 * alarm calls the operator, and answered as taken. Refused, it would be lost: no provider sends again what was answered with a 4xx.
 */
import type * as z from 'zod'
import type { Queue } from '../ports/queue.ts'
import type { Log } from '../ports/world.ts'

/** What fits into one message of SQS (256 KiB) even where each character needs six bytes; sixteen times a long text. */
const MOST_CHARACTERS = 40_000

export interface UnreadPorts {
  /** Where proved calls are kept that cannot be read. */
  readonly unread: Queue
  readonly log: Log
}

/** Where a call came in, and everything it said. */
interface ProvedCall {
  readonly route: string
  readonly body?: string | undefined
}

/** The field that broke, and the rule it broke: never what stood in it. */
export const brokenRule = ({ issues: [first] }: z.ZodError): { readonly field: string; readonly rule: string } => ({
  field: first?.path.join('.') ?? '',
  rule: first?.code ?? '',
})

/** Keeps the call. Only its address, and the field and rule that broke, are logged. */
export const keepUnread = async (
  { route, body = '' }: ProvedCall,
  broken: { readonly field: string; readonly rule: string },
  { unread, log }: UnreadPorts,
): Promise<void> => {
  const kept = body.slice(0, MOST_CHARACTERS)
  await unread.send([{ route, body: kept, cut: body.length - kept.length }])
  log.write('HOOK_UNREAD', { route, ...broken })
}
