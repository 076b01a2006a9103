/** The account a text goes by, or what to answer where it cannot be had: nothing was handed over, and nobody need wonder whether it was. */
import type { Handover } from '../../ports/texter.ts'
import { AccountUnusable } from './accounts.ts'

/** Another route is asked, and else the office, where an operator must put the account again; a secret that does not answer will. */
const without = (error: unknown): Handover =>
  error instanceof AccountUnusable
    ? { outcome: 'refused', why: 'the account of the provider is not in order', elsewhere: true }
    : { outcome: 'busy' }

export const accountFor = async <Account extends object>(
  account: () => Promise<Account>,
): Promise<Account | Handover> => {
  try {
    return await account()
  } catch (error) {
    return without(error)
  }
}
