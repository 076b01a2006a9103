import type { RehearsedYear } from './compare.ts'
import type { RehearsedSchool } from './school.ts'

/** The year with pupils as the API and the school know them, by their ids, where the record has keys. */
export const withPupilIds = ({ rehearsal, pupils }: RehearsedYear, school: RehearsedSchool): RehearsedYear => {
  const ids = new Map(school.pupils.map(({ key, pupilId }) => [key, pupilId]))
  const idOf = (key: string): string => ids.get(key) ?? key
  const named = <T extends { readonly pupil: string }>(all: readonly T[]): readonly T[] =>
    all.map((each) => ({ ...each, pupil: idOf(each.pupil) }))
  return {
    rehearsal: {
      ...rehearsal,
      mostAffected: named(rehearsal.mostAffected),
      mostContacted: rehearsal.mostContacted.map((each) => ({ ...each, pupils: each.pupils.map(idOf) })),
    },
    pupils: named(pupils),
  }
}
