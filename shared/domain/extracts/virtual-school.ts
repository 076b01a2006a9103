/** Which Virtual School a looked-after pupil belongs to: that of the authority that looks after the child, by `agencies.csv`. */
import { idOf } from '../ids.ts'
import { inForce, onRoll, type Pupil, type PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'

const named = (name: string): string => name.trim().toLowerCase()

/** Whether a pupil is looked after and the Virtual School of this name is theirs on the date. */
export const isOfVirtualSchool = ({ flags, agencies }: Pupil, school: string, date: LocalDate): boolean =>
  flags.includes('lookedAfter') &&
  agencies.some((each) => each.kind === 'virtual-school' && named(each.name) === named(school) && inForce(each, date))

/** Looked-after pupils on the roll that none of these Virtual Schools is sent anything about: no extract has them. */
export const withoutVirtualSchool = (
  pupils: Readonly<Record<PupilKey, Pupil>>,
  schools: readonly string[],
  date: LocalDate,
): readonly PupilKey[] =>
  Object.entries(pupils)
    .filter(([, pupil]) => onRoll(pupil, date) && pupil.flags.includes('lookedAfter'))
    .filter(([, pupil]) => !schools.some((school) => isOfVirtualSchool(pupil, school, date)))
    .map(([key]) => key)
    .sort()

/** The task about one such pupil: one for each school year, however often it is found. */
export const virtualSchoolTaskId = (pupil: PupilKey, schoolYear: LocalDate): string =>
  idOf('virtual-school', pupil, schoolYear)
