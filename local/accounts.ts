/** Made-up accounts at the providers outside AWS, for one machine: the phone network calls our hooks with them as the providers would. */
import { randomUUID } from 'node:crypto'
import type { HookRoute } from '../functions/hooks/routes-table.ts'
import type { LineRoute } from '../functions/line/routes-table.ts'
import { twilioSignature } from '../shared/adapters/texting/twilio-signature.ts'

/** Where the providers believe our hooks to be. */
const ORIGIN = 'https://local.example.org'

export interface HookCall {
  readonly route: HookRoute | LineRoute
  /** Without its question mark. */
  readonly query?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The accounts of this run: the secret that functions read, and calls made with it. */
export const runAccounts = () => {
  const callbackToken = randomUUID()
  const authToken = randomUUID()
  return {
    /** Every school of the trust uses the account "trust" unless its policy says otherwise. */
    secret: JSON.stringify({
      notify: { trust: { apiKey: `local-${randomUUID()}-${randomUUID()}`, templateId: randomUUID(), callbackToken } },
      twilio: {
        trust: { accountSid: `AC${'0'.repeat(32)}`, authToken, statusCallback: `${ORIGIN}/hooks/twilio/receipt` },
      },
    }),
    byNotify: (route: HookRoute, said: unknown): HookCall => ({
      route,
      headers: { authorization: `Bearer ${callbackToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(said),
    }),
    byTwilio: (route: HookCall['route'], fields: Readonly<Record<string, string>>, query = ''): HookCall => {
      const form = new URLSearchParams(fields)
      const [, path = ''] = route.split(' ')
      const address = `${ORIGIN}${path}${query === '' ? '' : `?${query}`}`
      return {
        route,
        query,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': twilioSignature(address, form, authToken),
        },
        body: form.toString(),
      }
    },
  }
}

export type RunAccounts = ReturnType<typeof runAccounts>
