import type { Secrets } from '../../ports/secrets.ts'
import type { World } from '../../ports/world.ts'
import { notifyAccount } from './accounts.ts'
import { notifyInbox } from './notify-inbox.ts'

/** The inbox of a deployed function, apart from the rest of its world: only the function that looks there carries Notify's client. */
export const awsInbox =
  (secrets: () => Secrets): World['inbox'] =>
  ({ accountsSecret, account }) =>
    notifyInbox(() => notifyAccount(secrets(), accountsSecret, account))
