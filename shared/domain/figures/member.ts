/** One enrolment as figures see it: who the pupil is, as far as the roll still says, and what the marks add up to. */
import type { Tally } from '../counting/tally.ts'
import type { Pupil, PupilKey } from '../people.ts'

export interface Member {
  readonly key: PupilKey
  /** Whoever has left the roll's file is still in the school's figures, without a name and without a group. */
  readonly pupil?: Omit<Pupil, 'contacts' | 'agencies'>
  readonly tally: Tally
}

/** Everybody who was counted, with what the roll says of them. */
export const membersOf = (
  tallies: ReadonlyMap<PupilKey, Tally>,
  pupils: Readonly<Record<PupilKey, Omit<Pupil, 'contacts' | 'agencies'>>>,
): readonly Member[] =>
  [...tallies].map(([key, tally]) => {
    const pupil = pupils[key]
    return { key, tally, ...(pupil ? { pupil } : {}) }
  })
