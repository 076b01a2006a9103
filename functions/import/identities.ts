/** A pupil with a long id has a short key of their own, and keeps it while off the roll: marks, cards and cases hang on it. */
import type { Pupil, PupilKey } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { RollPupil } from '../../shared/imports/roll.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const AT_ONCE = 12

type Keys = Readonly<Record<string, PupilKey>>

const hasOwnKey = (pupilId: string, key: PupilKey): boolean => pupilId !== key

/** The rows of a roll, newcomers with the key they had when they were on the roll before. */
export const withFormerKeys = async (
  stores: Stores,
  academy: string,
  previous: Keys,
  rows: readonly RollPupil[],
): Promise<readonly RollPupil[]> => {
  const newcomers = rows.filter(({ pupilId, key }) => hasOwnKey(pupilId, key) && !Object.hasOwn(previous, pupilId))
  if (newcomers.length === 0) return rows
  const former = await stores.roll.formerKeys(
    academy,
    newcomers.map(({ pupilId }) => pupilId),
  )
  return rows.map((row) => {
    const key = Object.hasOwn(former, row.pupilId) ? former[row.pupilId] : undefined
    return key === undefined || Object.hasOwn(previous, row.pupilId) ? row : { ...row, key }
  })
}

/** The keys of pupils on the live roll who are not in the new one. */
export const leavingKeys = (previous: Keys, rows: readonly RollPupil[]): Keys => {
  const stay = new Set(rows.map(({ pupilId }) => pupilId))
  return Object.fromEntries(
    Object.entries(previous).filter(([pupilId, key]) => hasOwnKey(pupilId, key) && !stay.has(pupilId)),
  )
}

/** Everybody on the live roll whom the new one does not name. */
export const goneFrom = (before: readonly Pupil[], rows: readonly RollPupil[]): readonly Pupil[] => {
  const stay = new Set(rows.map(({ pupilId }) => pupilId))
  return before.filter(({ pupilId }) => !stay.has(pupilId))
}

/**
 * Keeps who they were before the roll without them goes live: marks, letters and texts say keys, and a court asks for names. Run again, or
 * for a roll that another one overtook, it keeps the same.
 */
export const keepLeavers = async (
  stores: Pick<Stores, 'roll'>,
  gone: readonly Pupil[],
  { academy, importId, now }: { readonly academy: string; readonly importId: string; readonly now: Instant },
): Promise<void> => {
  for (let from = 0; from < gone.length; from += AT_ONCE)
    await Promise.all(
      gone.slice(from, from + AT_ONCE).map((pupil) =>
        stores.roll.keepLeaver(academy, pupil, {
          ...{ at: now, by: 'import', kind: 'not-on-roll-file', pupils: [pupil.key] },
          detail: { import: importId, ...(pupil.left === undefined ? {} : { left: pupil.left }) },
        }),
      ),
    )
}
