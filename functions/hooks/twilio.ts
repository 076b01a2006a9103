/** Calls of Twilio: verified by its signature over the address and every field. */
import type * as z from 'zod'
import { TwilioReceiptV1, TwilioReceivedV1 } from '../../events/hooks/twilio.ts'
import { twilioSignature } from '../../shared/adapters/texting/twilio-signature.ts'
import { receiptOfTwilio } from '../../shared/domain/receipts.ts'
import type { HttpAnswer } from '../../shared/platform/http.ts'
import { isOneOf } from '../../shared/platform/same-secret.ts'
import { type Hook, type HookPorts, TAKEN, UNREADABLE, UNVERIFIED } from './hook.ts'

/** An answer that sends no text back: acknowledgements are planned like every other text. */
const NO_REPLY: HttpAnswer = { status: 200, body: '<Response/>', headers: { 'content-type': 'text/xml' } }

/** Our own address as the operator gave it to Twilio; what a caller says of the host proves nothing. */
const addressOf = (statusCallback: string, path: string): string => new URL(path, statusCallback).href

const isFromTwilio = (given: string, form: URLSearchParams, path: string, { accounts }: HookPorts): boolean => {
  const ours = accounts.flatMap(({ twilio }) => Object.values(twilio))
  return isOneOf(
    given,
    ours.map(({ statusCallback, authToken }) => twilioSignature(addressOf(statusCallback, path), form, authToken)),
  )
}

const hook =
  <S extends z.ZodType>(
    schema: S,
    answer: HttpAnswer,
    take: (said: z.output<S>, ports: HookPorts) => Promise<void>,
  ): Hook =>
  async ({ route, headers, body = '' }, ports) => {
    const form = new URLSearchParams(body)
    const [, path = ''] = route.split(' ')
    if (!isFromTwilio(headers['x-twilio-signature'] ?? '', form, path, ports)) return UNVERIFIED
    const said = schema.safeParse(Object.fromEntries(form))
    if (!said.success) return UNREADABLE
    await take(said.data, ports)
    return answer
  }

export const twilioReceipt = hook(TwilioReceiptV1, TAKEN, async ({ MessageSid, MessageStatus }, { receipts }) => {
  const state = receiptOfTwilio(MessageStatus)
  if (state !== undefined) await receipts.send([{ providerId: MessageSid, state }])
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
