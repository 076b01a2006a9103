/** What a file would take away from the school: an export that failed looks like a school that emptied overnight. */
import type { Policy } from '../../academies/policy.ts'
import { onRoll, type Pupil, type RollEntry } from '../../shared/domain/people.ts'
import type { RollPupil } from '../../shared/imports/roll.ts'

export interface Loss {
  readonly had: number
  readonly lost: number
}

const lossOf = <T>(had: readonly T[], isLost: (one: T) => boolean): Loss => ({
  had: had.length,
  lost: had.filter(isLost).length,
})

/** Pupils on roll today who would not be. */
export const rollLoss = (before: Iterable<RollEntry>, after: readonly RollPupil[], today: string): Loss => {
  const stay = new Set(after.filter((pupil) => onRoll(pupil, today)).map(({ pupilId }) => pupilId))
  return lossOf(
    [...before].filter((entry) => onRoll(entry, today)),
    ({ pupilId }) => !stay.has(pupilId),
  )
}

/** Pupils with a contact who would have none. */
export const contactsLoss = (before: readonly Pupil[], after: Readonly<Record<string, readonly unknown[]>>): Loss =>
  lossOf(
    before.filter(({ contacts }) => contacts.length > 0),
    ({ key }) => (after[key] ?? []).length === 0,
  )

/** So much is lost that a person must say it is right. */
export const isHeld = ({ had, lost }: Loss, { imports }: Policy): boolean =>
  lost >= imports.lossAtLeast && lost * 100 > had * imports.lossShare
