/**
 * The signature Twilio puts on its calls: base64 of HMAC-SHA1, by the account's token, over the whole address followed by every form
 * field and its value in order of name. Source: Twilio documentation, "Webhooks security: validating signatures".
 */
import { createHmac } from 'node:crypto'
import type { ProviderAccounts } from './accounts.ts'

/** A field sent twice counts each different value once, in order. In one pass: whoever calls may send as many fields as they like. */
const signed = (form: URLSearchParams): string => {
  const fields = new Map<string, Set<string>>()
  for (const [name, value] of form) {
    const values = fields.get(name) ?? new Set()
    fields.set(name, values.add(value))
  }
  return [...fields.keys()]
    .toSorted()
    .flatMap((name) => [...(fields.get(name) ?? [])].toSorted().map((value) => `${name}${value}`))
    .join('')
}

/** What Twilio signs such a call with. `url` is the address as Twilio was given it. */
export const twilioSignature = (url: string, form: URLSearchParams, authToken: string): string =>
  createHmac('sha1', authToken)
    .update(`${url}${signed(form)}`)
    .digest('base64')

/**
 * Our own address as the operator gave it to Twilio; what a caller says of the host proves nothing. Twilio signs the usual port as written or
 * left out, and a `URL` always leaves it out.
 */
const addressesOf = (statusCallback: string, path: string): readonly string[] => {
  const { protocol, host, hostname, port, pathname, search } = new URL(path, statusCallback)
  const hosts = port === '' && protocol === 'https:' ? [host, `${hostname}:443`] : [host]
  return hosts.map((each) => `${protocol}//${each}${pathname}${search}`)
}

/** No call of Twilio is longer, by far: its longest words are those of a recording. */
export const LONGEST_FORM = 256 * 1024

/** The address a call came to, from the host on; its fields are in the form. */
export const addressCalled = (route: string, query: Readonly<Record<string, string>>): string => {
  const [, path = ''] = route.split(' ')
  const asked = new URLSearchParams(query).toString()
  return asked === '' ? path : `${path}?${asked}`
}

/** The signatures that would prove a call to one of our addresses: for each account, the version before the newest among them. */
export const twilioSignatures = (
  accounts: readonly ProviderAccounts[],
  path: string,
  form: URLSearchParams,
): readonly string[] =>
  accounts
    .flatMap(({ twilio }) => Object.values(twilio))
    .flatMap(({ statusCallback, authToken }) =>
      addressesOf(statusCallback, path).map((url) => twilioSignature(url, form, authToken)),
    )
