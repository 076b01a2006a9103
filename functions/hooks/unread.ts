/**
 * A call that is proved to be the provider's and does not have the documented shape may hold a parent's words: it is kept whole, where an
 * alarm calls the operator, and answered as taken. Refused, it would be lost: no provider sends again what was answered with a 4xx.
 */
import type * as z from 'zod'
import type { HttpRequest } from '../../shared/platform/http.ts'
import type { HookPorts } from './hook.ts'

/** What fits into one message of SQS (256 KiB) even where each character needs six bytes; sixteen times a long text. */
const MOST_CHARACTERS = 40_000

/** Keeps the call. Only its address, and the field and rule that broke, are logged. */
export const keepUnread = async (
  { route, body = '' }: Pick<HttpRequest, 'route' | 'body'>,
  { issues }: z.ZodError,
  { unread, log }: Pick<HookPorts, 'unread' | 'log'>,
): Promise<void> => {
  const kept = body.slice(0, MOST_CHARACTERS)
  await unread.send([{ route, body: kept, cut: body.length - kept.length }])
  const [first] = issues
  log.write('HOOK_UNREAD', { route, field: first?.path.join('.') ?? '', rule: first?.code ?? '' })
}
