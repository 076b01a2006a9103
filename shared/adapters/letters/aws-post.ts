import type { Secrets } from '../../ports/secrets.ts'
import type { World } from '../../ports/world.ts'
import { notifyAccount } from '../texting/accounts.ts'
import { notifyPost } from './notify-post.ts'

/** The post of a deployed function, apart from the rest of its world: only the function that posts carries Notify's client. */
export const awsPost =
  (secrets: () => Secrets): World['post'] =>
  ({ accountsSecret, account }) =>
    notifyPost(() => notifyAccount(secrets(), accountsSecret, account))
