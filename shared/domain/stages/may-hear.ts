/** Whether a family may hear about attendance now: nobody does whose child is missing, on hold, or the matter of an open case. */
import type { Facts } from '../facts.ts'
import { onRoll, type PupilKey } from '../people.ts'

export const mayHear = (facts: Facts, key: PupilKey): boolean => {
  const pupil = facts.pupil(key)
  return (
    pupil !== undefined &&
    onRoll(pupil, facts.known.date) &&
    facts.hold(key) === undefined &&
    facts.caseOf(key) === undefined &&
    !facts.isSilent(key)
  )
}
