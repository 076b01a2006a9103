/** Who hears a warning about attendance, and the task of telling a family by another way when no text could. */
import { assigned } from '../assigned.ts'
import { isRingOnly, recipientsFor } from '../contacts.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { PupilKey } from '../people.ts'
import type { Wish } from '../rule.ts'

/** Parents, and whoever lives with the child: nobody else hears about a child's attendance. */
export const toldOf = (facts: Facts, key: PupilKey): readonly string[] =>
  (facts.pupil(key)?.contacts ?? []).filter((contact) => !isRingOnly(contact)).map(({ contactId }) => contactId)

/** Somebody of them may be texted at all. */
export const mayBeTexted = (facts: Facts, key: PupilKey): boolean => {
  const pupil = facts.pupil(key)
  const { policy, known } = facts
  const when = { policy, date: known.date, stopped: known.stopped, tried: [] }
  return pupil !== undefined && recipientsFor(pupil, toldOf(facts, key), when).length > 0
}

/** `about`: the date of the crossing where no text went, or of the day whose texts reached nobody. */
export const tellWarningTask = (facts: Facts, pupil: PupilKey, about: string): Wish => ({
  do: 'task',
  id: idOf('tell-warning', pupil, about),
  kind: 'tell-warning',
  pupils: [pupil],
  about,
  ...assigned(facts.policy.duties.stage, facts.now),
  urgent: false,
  why: 'Attendance has dropped below the warning line, and no text told the family. Tell them in another way, and offer help.',
})
