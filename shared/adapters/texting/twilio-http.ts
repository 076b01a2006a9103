/** One request to Twilio's REST interface, without its SDK, which is ten times the size of all we use of it. */

export interface TwilioKeys {
  readonly accountSid: string
  readonly authToken: string
}

/** Another address and patience than Twilio's, only in tests. */
export interface TwilioElsewhere {
  readonly baseUrl?: string | undefined
  readonly patience?: number | undefined
}

/** Well before the two-minute lease of a claim runs out. */
const PATIENCE_MILLISECONDS = 10_000

/** `path` begins with a slash. One attempt, and no redirect: the account's token goes nowhere else. Rejects when no answer came. */
export const askTwilio = (
  { accountSid, authToken }: TwilioKeys,
  path: string,
  { baseUrl = 'https://api.twilio.com', patience = PATIENCE_MILLISECONDS }: TwilioElsewhere,
  form?: URLSearchParams,
): Promise<Response> =>
  fetch(`${baseUrl}${path}`, {
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
    ...(form ? { method: 'POST', body: form } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })

export const messagesPath = ({ accountSid }: TwilioKeys): string => `/2010-04-01/Accounts/${accountSid}/Messages.json`

export const messagePath = ({ accountSid }: TwilioKeys, id: string): string =>
  `/2010-04-01/Accounts/${accountSid}/Messages/${id}.json`

export const readJson = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json()
  } catch {
    return undefined
  }
}
