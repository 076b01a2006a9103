/** The trust's accounts as a function reads them: where one cannot be read the operator is called, as nothing else says that texts do not go. */
import type { Log } from '../../ports/world.ts'

/** Reads, and logs what cannot be read before throwing it on. `account` is its name in the policy; nothing of the secret is ever logged. */
export const orCallOperator = async <Account>(
  log: Log,
  account: string,
  read: () => Promise<Account>,
): Promise<Account> => {
  try {
    return await read()
  } catch (error) {
    log.write('ACCOUNT_UNREADABLE', { account, error: error instanceof Error ? error.name : typeof error })
    throw error
  }
}
