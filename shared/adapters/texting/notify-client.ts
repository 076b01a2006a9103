/** GOV.UK Notify's own client, as Firstbell asks it: once, and not for ever. */
import axios from 'axios'
import { NotifyClient } from 'notifications-node-client'

export interface NotifyAccount {
  /** `<name>-<service id>-<secret>`, as Notify gives it. */
  readonly apiKey: string
  /** The template of the service whose body is `((text))`. */
  readonly templateId: string
  /** Which of the service's senders is shown; its default when absent. */
  readonly smsSenderId?: string
}

/** Well before the two-minute lease of a claim runs out. */
const PATIENCE_MILLISECONDS = 10_000

/** Another address and patience than Notify's, only in tests. */
export interface Elsewhere {
  readonly baseUrl?: string | undefined
  readonly patience?: number
}

/** Notify's client for an account. It makes one attempt only: a repeated attempt after a lost answer would be a second text. */
export const notifyClient = (
  { apiKey }: Pick<NotifyAccount, 'apiKey'>,
  { baseUrl, patience = PATIENCE_MILLISECONDS }: Elsewhere = {},
): NotifyClient => {
  const made = baseUrl === undefined ? new NotifyClient(apiKey) : new NotifyClient(baseUrl, apiKey)
  const http = axios.create({ timeout: patience, maxRedirects: 0, proxy: false })
  // axios describes itself twice, for import and for require; the two do not fit in TypeScript, and are one at run time.
  made.setClient(http as unknown as Parameters<NotifyClient['setClient']>[0])
  return made
}
