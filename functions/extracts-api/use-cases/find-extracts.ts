/** Extracts that a caller may see: the school's leads all of them, an officer those of the recipients whose group they are in. */
import { LEADS } from '../../../shared/api/call.ts'
import { collectsFor } from '../../../shared/domain/extracts/may-collect.ts'
import type { StoredExtract } from '../../../shared/domain/extracts/stored.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'

/** How far back the list goes, in days after the period's end. */
const LISTED = 400

/** Undefined for the school's leads, who see every recipient's. An officer who is a governor of the school besides is still an officer here. */
const recipientsOf = (call: Call): ReadonlySet<string> | undefined =>
  LEADS.some((role) => call.roles.includes(role))
    ? undefined
    : new Set(collectsFor(call.caller.groups, call.policy).map(({ id }) => id))

export const findExtracts = async (call: Call): Promise<readonly StoredExtract[]> => {
  const all = await call.stores.extracts(call.academy, addDays(call.date, -LISTED))
  const own = recipientsOf(call)
  return own === undefined ? all : all.filter(({ recipient }) => own.has(recipient))
}

/** One of them; what is not the caller's is not there. */
export const findExtract = async (call: Call, id: string): Promise<Result<StoredExtract>> => {
  const found = await call.stores.extract(call.academy, id)
  const own = recipientsOf(call)
  const isTheirs = found !== undefined && (own === undefined || own.has(found.recipient))
  return isTheirs ? ok(found) : refused('not-found', 'There is no such extract.', 'Look at the list of extracts again.')
}
