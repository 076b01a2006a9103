/** Puts people and marks together into a school that can be played. */
import type { MemoryPeople } from '../adapters/memory/people.ts'
import { CODES } from '../domain/codes.ts'
import { onRoll, type Pupil, type PupilKey, type SchoolClass } from '../domain/people.ts'
import type { LocalDate } from '../domain/time.ts'
import type { MarkRow } from '../imports/marks.ts'
import type { RehearsedSchool, SchoolMark } from './school.ts'

/** A row of marks, wherever it was read. */
export type MarkedRow = Omit<MarkRow, 'line'>

/** Thousands of marks that say the same are one. */
const makeShared = () => {
  const known = new Map<string, MarkedRow['mark']>()
  return (mark: MarkedRow['mark']): MarkedRow['mark'] => {
    const place = `${mark.code} ${mark.minutesLate ?? ''} ${mark.note ?? ''}`
    const found = known.get(place) ?? mark
    known.set(place, found)
    return found
  }
}

const byDate = (rows: readonly MarkedRow[], pupils: ReadonlyMap<PupilKey, Pupil>): RehearsedSchool['marks'] => {
  const shared = makeShared()
  const days = new Map<LocalDate, SchoolMark[]>()
  for (const { date, session, pupil: key, mark } of rows) {
    const pupil = pupils.get(key)
    // What holds for everybody at once is the calendar's, not a mark of this child.
    if (pupil === undefined || CODES[mark.code].wholeSchool) continue
    const { code, minutesLate } = mark
    const late = minutesLate === undefined ? {} : { minutesLate }
    const day = days.get(date) ?? []
    day.push({ session, class: pupil.classId, pupilId: pupil.pupilId, key, code, mark: shared(mark), ...late })
    days.set(date, day)
  }
  return new Map([...days].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

const sized = (classes: readonly SchoolClass[], pupils: readonly Pupil[], on: LocalDate): readonly SchoolClass[] =>
  classes.map((each) => ({
    ...each,
    pupils: pupils.filter((pupil) => pupil.classId === each.id && onRoll(pupil, on)).length,
  }))

/** `moved`: what stands in the answer where marks were given in another class than the roll says. */
export const makeSchool = (
  people: MemoryPeople,
  rows: readonly MarkedRow[],
): { readonly school: RehearsedSchool; readonly moved: readonly string[] } => {
  const pupils = new Map(people.pupils.map((pupil) => [pupil.key, pupil]))
  const marks = byDate(rows, pupils)
  const [first = ''] = [...marks.keys()]
  const moved = rows.filter(({ pupil, classId }) => pupils.get(pupil)?.classId !== classId).length
  return {
    school: { ...people, classes: sized(people.classes, people.pupils, first), marks },
    moved:
      moved > 0
        ? [`${moved} marks were given in another class than the roll says: they are played in the class of the roll.`]
        : [],
  }
}
