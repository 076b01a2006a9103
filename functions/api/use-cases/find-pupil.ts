import type { Pupil } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { Stores } from '../../../shared/ports/stores.ts'

/** The pupil with an id of the school's own, with contacts and agencies. */
export const findPupil = async (stores: Stores, academy: string, pupilId: string): Promise<Result<Pupil>> => {
  const key = await stores.roll.keyOf(academy, pupilId)
  const pupil = key === undefined ? undefined : (await stores.roll.pupils(academy, [key]))[key]
  return pupil
    ? ok(pupil)
    : refused('not-found', 'There is no such pupil on the roll.', 'Check the pupil id, or import the roll.')
}
