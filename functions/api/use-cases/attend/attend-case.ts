/** Work on a pupil's attendance case: read, change by the rules of the domain, and save as the next version with why. */
import type { AttendCase } from '../../../../shared/domain/attend/attend-case.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Act } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'

export const ATTEND_CLAUSE = 'Persistent Absentees: an ATTEND Panel meeting is arranged for the families'

const NO_CASE = refused(
  'not-found',
  'The pupil has no open attendance case.',
  'Open one, or look at the pupil’s closed cases.',
)

const STALE = refused('stale', 'Somebody changed the case meanwhile.', 'Look at it again and repeat what still holds.')

/** What is done to a case: the case as it is then, and what is kept of it in the pupil's history. */
export interface Change {
  readonly is: AttendCase
  readonly kind: string
  readonly detail?: Act['detail']
  /** The day must be looked at: a meeting was arranged or ended. */
  readonly look?: true
}

export interface Changed {
  readonly pupil: Pupil
  readonly was: AttendCase | undefined
  /** As it was saved. */
  readonly is: AttendCase
}

/** Saves a case with why, as the caller's doing. */
export const saveCase = async (call: Call, { is, kind, detail, look }: Change): Promise<Result<AttendCase>> => {
  const act = call.act(kind, {
    pupils: [is.pupil],
    clause: ATTEND_CLAUSE,
    detail: { case: is.id, ...detail },
    ...(look ? { look } : {}),
  })
  const saved = await call.stores.saveAttendCase(call.academy, is, act)
  return saved === 'saved' ? ok({ ...is, version: is.version + 1 }) : STALE
}

/** Changes the pupil's open case, or the one that `begin` gives where none is open. */
export const changeCase = async (
  call: Call,
  pupilId: string,
  change: (aCase: AttendCase, pupil: Pupil) => Result<Change>,
  begin?: (pupil: Pupil) => AttendCase,
): Promise<Result<Changed>> => {
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const pupil = found.value
  const was = await call.stores.attendCase(call.academy, pupil.key)
  const from = was ?? begin?.(pupil)
  if (from === undefined) return NO_CASE
  const changed = change(from, pupil)
  if (!changed.ok) return changed
  const saved = await saveCase(call, changed.value)
  return saved.ok ? ok({ pupil, was, is: saved.value }) : saved
}
