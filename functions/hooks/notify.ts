/** Calls of GOV.UK Notify: verified by the bearer token that the operator gave it. */
import type * as z from 'zod'
import { NotifyReceiptV1, NotifyReceivedV1, NotifyReturnedV1 } from '../../events/hooks/notify.ts'
import { receiptOfNotify } from '../../shared/domain/receipts.ts'
import type { HttpRequest } from '../../shared/platform/http.ts'
import { TAKEN, UNVERIFIED } from '../../shared/platform/provider-calls.ts'
import { isOneOf } from '../../shared/platform/same-secret.ts'
import { brokenRule, keepUnread } from '../../shared/platform/unread.ts'
import type { Hook } from './hook.ts'

const parsed = (body: string | undefined): unknown => {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return undefined
  }
}

const isFromNotify: Hook<boolean> = async (request, { accounts }) => {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
  const tokens = accounts.flatMap(({ notify }) => Object.values(notify).map(({ callbackToken }) => callbackToken))
  return isOneOf(token, tokens)
}

const hook =
  <S extends z.ZodType>(schema: S, take: (said: z.output<S>, ...rest: Parameters<Hook>) => Promise<void>): Hook =>
  async (request: HttpRequest, ports) => {
    if (!(await isFromNotify(request, ports))) return UNVERIFIED
    const said = schema.safeParse(parsed(request.body))
    if (said.success) await take(said.data, request, ports)
    else await keepUnread(request, brokenRule(said.error), ports)
    return TAKEN
  }

export const notifyReceipt = hook(
  NotifyReceiptV1,
  async ({ id, status, notification_type }, _request, { receipts }) => {
    const state = notification_type === 'sms' ? receiptOfNotify(status) : undefined
    if (state !== undefined) await receipts.send([{ providerId: id, state }])
  },
)

export const notifyReceived = hook(NotifyReceivedV1, async (said, _request, { inbound }) =>
  inbound.send([
    {
      originationNumber: said.source_number,
      destinationNumber: said.destination_number,
      messageBody: said.message,
      inboundMessageId: said.id,
      ...(said.date_received === undefined ? {} : { sentAt: said.date_received }),
    },
  ]),
)

/** Whose letter it was is not known here: what is said goes on the letters queue whatever it is about. */
export const notifyReturned = hook(NotifyReturnedV1, async ({ notification_id }, _request, { letters }) =>
  letters.send([{ do: 'returned', providerId: notification_id }]),
)
