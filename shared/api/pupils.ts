/** Pupils as every route reads and names them. */
import { firstName, type Pupil, type PupilKey } from '../domain/people.ts'
import { ok, type Result, refused } from '../domain/result.ts'
import type { Stores } from '../ports/stores.ts'
import type { AnyCall } from './call.ts'

/** As the school says it: the preferred first name, then the surname. */
export const fullName = (pupil: Pick<Pupil, 'forename' | 'preferredName' | 'surname'>): string =>
  `${firstName(pupil)} ${pupil.surname}`

export type Ids = (keys: readonly PupilKey[]) => readonly string[]

/** Reads the pupils that things speak of, once, and gives their ids. Whom no roll names any more is called what they were called. */
export const readPupils = async (
  call: Pick<AnyCall, 'stores' | 'academy'>,
  keys: readonly PupilKey[],
): Promise<{ readonly pupils: Readonly<Record<PupilKey, Pupil>>; readonly ids: Ids }> => {
  const { roll } = call.stores
  const wanted = [...new Set(keys)]
  const onRoll = await roll.pupils(call.academy, wanted)
  const gone = wanted.filter((key) => !(key in onRoll))
  const pupils = gone.length === 0 ? onRoll : { ...onRoll, ...(await roll.leavers(call.academy, gone)) }
  return { pupils, ids: (wanted) => wanted.map((key) => pupils[key]?.pupilId ?? key) }
}

/** The pupil with an id of the school's own, with contacts and agencies. */
export const findPupil = async (stores: Stores, academy: string, pupilId: string): Promise<Result<Pupil>> => {
  const key = await stores.roll.keyOf(academy, pupilId)
  const pupil = key === undefined ? undefined : (await stores.roll.pupils(academy, [key]))[key]
  return pupil
    ? ok(pupil)
    : refused('not-found', 'There is no such pupil on the roll.', 'Check the pupil id, or import the roll.')
}

/** The same, and whoever is on the roll no more as they were when they left: for what reads, and for evidence. Nothing new begins about them. */
export const findPupilOrLeaver = async (stores: Stores, academy: string, pupilId: string): Promise<Result<Pupil>> => {
  const found = await findPupil(stores, academy, pupilId)
  if (found.ok) return found
  const { [pupilId]: key = pupilId } = await stores.roll.formerKeys(academy, [pupilId])
  const { [key]: leaver } = await stores.roll.leavers(academy, [key])
  return leaver?.pupilId === pupilId ? ok(leaver) : found
}
