import type { Secrets } from '../../ports/secrets.ts'
import type { Log, World } from '../../ports/world.ts'
import { notifyAccount } from '../texting/accounts.ts'
import { orCallOperator } from '../texting/held-accounts.ts'
import { notifyPost } from './notify-post.ts'

/** The post of a deployed function, apart from the rest of its world: only the function that posts carries Notify's client. */
export const awsPost =
  (secrets: () => Secrets, log: Log): World['post'] =>
  ({ accountsSecret, account }) =>
    // Only letters of a school that is live are ever posted.
    notifyPost(() => orCallOperator(log, account, () => notifyAccount(secrets(), accountsSecret, account, true)))
