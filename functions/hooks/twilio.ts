/** Calls of Twilio: verified by its signature over the address and every field. */
import type * as z from 'zod'
import { TwilioReceiptV1, TwilioReceivedV1 } from '../../events/hooks/twilio.ts'
import { referenceCalled } from '../../shared/adapters/texting/twilio-callback.ts'
import { addressCalled, LONGEST_FORM, twilioSignatures } from '../../shared/adapters/texting/twilio-signature.ts'
import { receiptOfTwilio } from '../../shared/domain/receipts.ts'
import type { HttpAnswer, HttpRequest } from '../../shared/platform/http.ts'
import { TAKEN, UNVERIFIED } from '../../shared/platform/provider-calls.ts'
import { isOneOf } from '../../shared/platform/same-secret.ts'
import { brokenRule, keepUnread } from '../../shared/platform/unread.ts'
import type { Hook, HookPorts } from './hook.ts'

/** An answer that sends no text back: acknowledgements are planned like every other text. */
const NO_REPLY: HttpAnswer = { status: 200, body: '<Response/>', headers: { 'content-type': 'text/xml' } }

const hook =
  <S extends z.ZodType>(
    schema: S,
    answer: HttpAnswer,
    take: (said: z.output<S>, ports: HookPorts, query: HttpRequest['query']) => Promise<void>,
  ): Hook =>
  async (request, ports) => {
    const { route, query, headers, body = '' } = request
    if (body.length > LONGEST_FORM) return UNVERIFIED
    const form = new URLSearchParams(body)
    const signatures = twilioSignatures(ports.accounts, addressCalled(route, query), form)
    if (!isOneOf(headers['x-twilio-signature'] ?? '', signatures)) return UNVERIFIED
    const said = schema.safeParse(Object.fromEntries(form))
    if (said.success) await take(said.data, ports, query)
    else await keepUnread(request, brokenRule(said.error), ports)
    return answer
  }

export const twilioReceipt = hook(TwilioReceiptV1, TAKEN, async (said, { receipts }, query) => {
  const state = receiptOfTwilio(said.MessageStatus)
  const reference = referenceCalled(query)
  if (state !== undefined)
    await receipts.send([{ providerId: said.MessageSid, state, ...(reference === undefined ? {} : { reference }) }])
})

export const twilioText = hook(TwilioReceivedV1, NO_REPLY, async (said, { inbound }) =>
  inbound.send([
    {
      originationNumber: said.From,
      destinationNumber: said.To,
      messageBody: said.Body,
      inboundMessageId: said.MessageSid,
    },
  ]),
)
