import type { Listing } from '../../domain/received-lists.ts'
import type { Inbox, InboxSettings } from '../../ports/inbox.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Log, World } from '../../ports/world.ts'
import { notifyAccount, twilioAccount } from './accounts.ts'
import { orCallOperator } from './held-accounts.ts'
import { notifyInbox } from './notify-inbox.ts'
import { twilioInbox } from './twilio-inbox.ts'

/** The inboxes of a deployed function, apart from the rest of its world: only the function that looks there carries the clients. */
export const awsInboxes = (secrets: () => Secrets, log: Log): World['inbox'] => {
  const inboxes: Readonly<Record<Listing, (settings: InboxSettings) => Inbox>> = {
    notify: ({ accountsSecret, account }) =>
      notifyInbox(() => orCallOperator(log, account, () => notifyAccount(secrets(), accountsSecret, account))),
    twilio: ({ accountsSecret, account, number }) =>
      twilioInbox(() => orCallOperator(log, account, () => twilioAccount(secrets(), accountsSecret, account)), number),
  }
  return (provider, settings) => inboxes[provider](settings)
}
