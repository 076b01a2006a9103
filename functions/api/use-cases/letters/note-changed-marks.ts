import { amendedIn, annotateStages } from '../../../../shared/counting/annotate-stages.ts'
import type { Register } from '../../../../shared/domain/register.ts'
import type { Call } from '../../call.ts'

/** Marks of a day gone by were saved: what letters have told of them is noted beside those letters. Today's are in no letter yet. */
export const noteChangedMarks = async (call: Call, was: Register | undefined, is: Register): Promise<void> => {
  if (is.date >= call.date) return
  const { academy, now, policy, policyVersion, caller } = call
  await annotateStages(call.stores, amendedIn(was, is), { academy, now, policy, policyVersion, by: caller.sub })
}
