/** Two rehearsals of the same school side by side: what the second policy would have done otherwise. */
import type { PupilKey } from '../domain/people.ts'
import { type Counts, difference } from './counted.ts'
import type { PupilYear, Rehearsal } from './rehearsal.ts'

export interface Compared {
  /** The second less the first. */
  readonly total: Counts
  readonly weeks: readonly (Counts & { readonly week: string })[]
  /** Pupils for whom the year would have been another, by key: those with the greatest difference first. */
  readonly pupils: readonly { readonly pupil: PupilKey; readonly one: PupilYear; readonly other: PupilYear }[]
}

const NOTHING = { texts: 0, calls: 0, visits: 0, letters: 0 }

const apart = (one: PupilYear, other: PupilYear): number =>
  Math.abs(one.texts - other.texts) +
  Math.abs(one.calls - other.calls) +
  Math.abs(one.visits - other.visits) +
  Math.abs(one.letters - other.letters)

/** A year as it was rehearsed, and what it was for every pupil about whom anything was sent or asked. */
export interface RehearsedYear {
  readonly rehearsal: Rehearsal
  readonly pupils: readonly PupilYear[]
}

export const compare = (one: RehearsedYear, other: RehearsedYear): Compared => {
  const first = new Map(one.pupils.map((year) => [year.pupil, year]))
  const second = new Map(other.pupils.map((year) => [year.pupil, year]))
  const pupils = [...new Set([...first.keys(), ...second.keys()])].map((pupil) => ({
    pupil,
    one: first.get(pupil) ?? { pupil, ...NOTHING },
    other: second.get(pupil) ?? { pupil, ...NOTHING },
  }))
  const weeks = new Map(one.rehearsal.weeks.map((week) => [week.week, week]))
  const others = new Map(other.rehearsal.weeks.map((week) => [week.week, week]))
  const none = difference(one.rehearsal.total, one.rehearsal.total)
  return {
    total: difference(one.rehearsal.total, other.rehearsal.total),
    weeks: [...new Set([...weeks.keys(), ...others.keys()])].toSorted().map((week) => ({
      week,
      ...difference(weeks.get(week) ?? none, others.get(week) ?? none),
    })),
    pupils: pupils
      .filter((each) => apart(each.one, each.other) > 0)
      .toSorted((a, b) => apart(b.one, b.other) - apart(a.one, a.other) || (a.pupil < b.pupil ? -1 : 1)),
  }
}
