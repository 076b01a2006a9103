/** Who comes into another class with a roll: on that day a register of the class before may have the pupil's mark. */
import type { Pupil } from '../../shared/domain/people.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { RollPupil } from '../../shared/imports/roll.ts'

/**
 * The rows, each pupil who is in another class than before with today's date. It is kept while today's rolls leave them where they are, and falls away
 * with the first roll of another day: no mark of that day can be in the class before. Whom the last roll did not name
 * may have been left out of it by mistake.
 */
export const withMoves = (
  before: readonly Pupil[],
  rows: readonly RollPupil[],
  today: LocalDate,
): readonly RollPupil[] => {
  const known = new Map(before.map((pupil) => [pupil.pupilId, pupil]))
  return rows.map((row) => {
    const was = known.get(row.pupilId)
    const hasMoved =
      was === undefined ? before.length > 0 && row.admitted < today : was.classId !== row.classId || was.moved === today
    return hasMoved ? { ...row, moved: today } : row
  })
}
