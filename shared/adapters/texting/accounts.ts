/** The accounts a trust holds with providers outside AWS: one secret, filled in by the operator. */
import * as z from 'zod'
import type { Secrets } from '../../ports/secrets.ts'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const NotifyAccount = z.object({
  apiKey: z
    .string()
    .regex(
      new RegExp(`^.+-${uuid}-${uuid}$`),
      'an API key of Notify is its name, the service id and the key, joined by hyphens',
    ),
  templateId: z.uuid('the id of the template whose body is ((text))'),
  smsSenderId: z.uuid().exactOptional(),
  /** What kind of key it is, as chosen when it was made at Notify: a test key sends nothing, and says that all arrived. */
  key: z.enum(['live', 'test']).default('live'),
  /** What Notify puts after "Bearer" when it calls us. */
  callbackToken: z.string().min(20, 'a callback token has 20 characters or more'),
})

const TwilioAccount = z.object({
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'an account SID of Twilio begins with AC'),
  authToken: z.string().min(20, 'the auth token of the Twilio account'),
  statusCallback: z.url('the https address of our /hooks/twilio/receipt'),
})

const WondeAccount = z.object({
  token: z.string().min(20, 'the access token of the school at Wonde'),
  school: z.string().regex(/^[A-Za-z0-9]{1,32}$/, 'the id of the school at Wonde, like A1329183376'),
})

export const ProviderAccounts = z.object({
  notify: z.record(z.string(), NotifyAccount).default({}),
  twilio: z.record(z.string(), TwilioAccount).default({}),
  /** By academy: none, and nothing is read from or written to its system. */
  wonde: z.record(z.string(), WondeAccount).default({}),
})
export type ProviderAccounts = z.output<typeof ProviderAccounts>

/** The secret has no such account, or cannot be read as one: an operator puts it again. No call was made. */
export class AccountUnusable extends Error {
  override readonly name = 'AccountUnusable'
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Every version of the accounts that still holds, newest first: a replaced token is accepted until the one after it. Throws by field where
 * the newest is not in order; an older one that cannot be read holds nothing any more. `again`: not as the process has kept them.
 */
export const readAccounts = async (
  secrets: Secrets,
  name: string,
  again = false,
): Promise<readonly ProviderAccounts[]> => {
  const versions = await secrets.read(name, again)
  return versions.flatMap(({ value }, age) => {
    const accounts = ProviderAccounts.safeParse(parsed(value))
    if (accounts.success) return [accounts.data]
    if (age > 0) return []
    const [issue] = accounts.error.issues
    // The path names an account and a field, never what stands in it.
    throw new AccountUnusable(
      `The secret of the providers' accounts: ${issue?.path.join('.') || 'it'} is not as it must be. See docs/texts.md and put it again.`,
    )
  })
}

const found = <Account>(account: Account | undefined, provider: string, name: string): Account => {
  if (account === undefined)
    throw new AccountUnusable(
      `The secret of the providers' accounts has no ${provider} account "${name}". Add it, or change texts.account in the policy.`,
    )
  return account
}

/**
 * The account at GOV.UK Notify that a policy names. Throws when the secret has none, and when a live school would send by a test key: every text
 * would be said to have arrived, and no family would have it.
 */
export const notifyAccount = async (secrets: Secrets, secret: string, name: string, live = false) => {
  const account = found((await readAccounts(secrets, secret))[0]?.notify[name], 'notify', name)
  if (live && account.key === 'test')
    throw new AccountUnusable(
      `The notify account "${name}" has a test key, which sends nothing. Put a live key, or keep "live" false in the policy.`,
    )
  return account
}

/** The account at Twilio that a policy names. Throws when the secret has none. */
export const twilioAccount = async (secrets: Secrets, secret: string, name: string) =>
  found((await readAccounts(secrets, secret))[0]?.twilio[name], 'twilio', name)

/** The school of an academy at Wonde. Throws when the secret has none: it is off until keys are given. */
export const wondeAccount = async (secrets: Secrets, secret: string, academy: string) => {
  const account = (await readAccounts(secrets, secret))[0]?.wonde[academy]
  if (account === undefined)
    throw new Error(
      `The secret of the providers' accounts has no wonde account for ${academy}, so Wonde is off for it. See docs/files.md.`,
    )
  return account
}
