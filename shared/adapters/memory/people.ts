/** The roll and the policies, given whole when the record is made. */
import type { DayKind } from '../../domain/calendar.ts'
import type { Pupil, PupilKey, RollEntry, SchoolClass, StaffMember } from '../../domain/people.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { Live, PolicyStore, PolicyVersion, RollStore } from '../../ports/stores.ts'

/** Who is at the school. */
export interface MemoryPeople {
  readonly classes: readonly SchoolClass[]
  readonly pupils: readonly Pupil[]
  readonly staff: readonly StaffMember[]
  /** Dates of a calendar file; absent where the policy's calendar rules. */
  readonly listed?: Readonly<Record<LocalDate, { readonly kind: DayKind; readonly note?: string }>>
}

export const liveOf = ({ classes }: Pick<MemoryPeople, 'classes'>): Live => ({
  generations: { roll: 1, contacts: 1, staff: 1, agencies: 1, calendar: 1 },
  classes,
})

const entryOf = ({ key, pupilId, admitted, left, dateOfBirth, yearGroup }: Pupil): RollEntry => ({
  key,
  pupilId,
  admitted,
  ...(left === undefined ? {} : { left }),
  dateOfBirth,
  yearGroup,
})

const bySurname = (one: Pupil, other: Pupil): number =>
  `${one.surname} ${one.forename} ${one.key}` < `${other.surname} ${other.forename} ${other.key}` ? -1 : 1

type Read = 'live' | 'roster' | 'rosters' | 'pupils' | 'keyOf' | 'leavers' | 'allLeavers' | 'staff' | 'listedDates'

export const rollMemory = (people: MemoryPeople): Pick<RollStore, Read> => {
  const pupils = new Map<PupilKey, Pupil>(people.pupils.map((pupil) => [pupil.key, pupil]))
  const rosters = Map.groupBy(people.pupils.toSorted(bySurname), ({ classId }) => classId)
  const entries = new Map([...rosters].map(([classId, ofClass]) => [classId, ofClass.map(entryOf)]))
  const live = liveOf(people)
  return {
    live: async () => live,
    roster: async (_academy, classId) => entries.get(classId) ?? [],
    rosters: async (_academy, classIds) => Object.fromEntries([...entries].filter(([id]) => classIds.includes(id))),
    pupils: async (_academy, keys) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const pupil = pupils.get(key)
          return pupil ? [[key, pupil] as const] : []
        }),
      ),
    keyOf: async (_academy, pupilId) => people.pupils.find((pupil) => pupil.pupilId === pupilId)?.key,
    // Nobody goes off the roll of a year that is played.
    leavers: async () => ({}),
    allLeavers: async () => [],
    staff: async () => people.staff,
    listedDates: async () => people.listed,
  }
}

export const policyMemory = (version: PolicyVersion): Pick<PolicyStore, 'inForce' | 'academies'> => ({
  inForce: async () => version,
  academies: async () => [version.policy.academy],
})
