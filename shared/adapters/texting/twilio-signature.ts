/**
 * The signature Twilio puts on its calls: base64 of HMAC-SHA1, by the account's token, over the whole address followed by every form
 * field and its value in order of name. Source: Twilio documentation, "Webhooks security: validating signatures".
 */
import { createHmac } from 'node:crypto'

/** A field sent twice counts each different value once, in order. */
const signed = (form: URLSearchParams): string =>
  [...new Set(form.keys())]
    .toSorted()
    .flatMap((name) => [...new Set(form.getAll(name))].toSorted().map((value) => `${name}${value}`))
    .join('')

/** What Twilio signs such a call with. `url` is the address as Twilio was given it. */
export const twilioSignature = (url: string, form: URLSearchParams, authToken: string): string =>
  createHmac('sha1', authToken)
    .update(`${url}${signed(form)}`)
    .digest('base64')
