/**
 * A child whom a roll enters may have been at another school of the trust: the two are found by the unique pupil number and date of birth, and
 * each school's record of penalty notices remembers the other. A number alone may be a slip of the pen.
 */
import { withEnrolment, withoutEnrolment } from '../../shared/domain/penalties/elsewhere.ts'
import type { Enrolment } from '../../shared/domain/penalties/enrolment.ts'
import { noPenalties, type PenaltyRecord } from '../../shared/domain/penalties/record.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { RollPupil } from '../../shared/imports/roll.ts'
import type { TrustEnrolment } from '../../shared/ports/enrolment-store.ts'
import type { Stores } from '../../shared/ports/stores.ts'

interface Moment {
  readonly academy: string
  readonly importId: string
  readonly now: Instant
}

type Kept = Pick<Stores, 'enrolmentsOf' | 'keepEnrolment' | 'dropEnrolment' | 'penaltyRecord' | 'savePenaltyRecord'>

const AT_ONCE = 12
const TRIES = 5

/** Changes one school's record of the child, again where somebody saved meanwhile. */
const change = async (
  stores: Kept,
  { academy, pupil, dateOfBirth }: TrustEnrolment,
  how: (record: PenaltyRecord) => PenaltyRecord,
  kind: string,
  { importId, now }: Moment,
): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await stores.penaltyRecord(academy, pupil)
    const record = how(found ?? noPenalties(pupil, dateOfBirth))
    const act = { at: now, by: 'import', kind, pupils: [pupil], detail: { import: importId } }
    if ((await stores.savePenaltyRecord(academy, record, act)) === 'saved') return
  }
  throw new Error('A record of penalty notices was being saved by others at every try')
}

const seenFrom = (here: TrustEnrolment, there: TrustEnrolment): Enrolment => ({
  academy: there.academy,
  pupil: there.pupil,
  joined: there.joined,
  joinedHere: here.joined,
})

const isElsewhere = (one: TrustEnrolment, other: TrustEnrolment): boolean => one.academy !== other.academy

const link = async (stores: Kept, upn: string, here: TrustEnrolment, moment: Moment): Promise<void> => {
  // Kept before the others are looked for: of two schools that enter a child at the same time, one finds the other.
  await stores.keepEnrolment(upn, here)
  for (const there of await stores.enrolmentsOf(upn)) {
    if (!isElsewhere(here, there) || there.dateOfBirth !== here.dateOfBirth) continue
    const remember = (one: TrustEnrolment, other: TrustEnrolment) =>
      change(stores, one, (record) => withEnrolment(record, seenFrom(one, other)), 'enrolled-elsewhere', moment)
    await remember(here, there)
    await remember(there, here)
  }
}

/** A number that was corrected: what it found was another child's. */
const unlink = async (stores: Kept, upn: string, here: TrustEnrolment, moment: Moment): Promise<void> => {
  for (const there of await stores.enrolmentsOf(upn)) {
    if (!isElsewhere(here, there)) continue
    const forget = (one: TrustEnrolment, other: TrustEnrolment) =>
      change(stores, one, (record) => withoutEnrolment(record, other), 'enrolment-corrected', moment)
    await forget(here, there)
    await forget(there, here)
  }
  await stores.dropEnrolment(upn, here)
}

/** Remembers whom a roll enters, before it goes live; run again it remembers the same. `before`: everybody on the roll that is live. */
export const rememberEnrolments = async (
  stores: Kept,
  before: readonly Pick<Pupil, 'pupilId' | 'upn' | 'admitted' | 'dateOfBirth'>[],
  after: readonly RollPupil[],
  moment: Moment,
): Promise<void> => {
  const had = new Map(before.map((pupil) => [pupil.pupilId, pupil]))
  const enrolmentOf = ({ key, dateOfBirth, admitted }: RollPupil): TrustEnrolment => ({
    academy: moment.academy,
    pupil: key,
    dateOfBirth,
    joined: admitted,
  })
  const changed = after.filter((pupil) => {
    const was = had.get(pupil.pupilId)
    return pupil.upn !== was?.upn || pupil.admitted !== was?.admitted || pupil.dateOfBirth !== was?.dateOfBirth
  })
  for (let from = 0; from < changed.length; from += AT_ONCE)
    await Promise.all(
      changed.slice(from, from + AT_ONCE).map(async (pupil) => {
        const here = enrolmentOf(pupil)
        const was = had.get(pupil.pupilId)
        const isAnother = was?.upn !== undefined && (was.upn !== pupil.upn || was.dateOfBirth !== pupil.dateOfBirth)
        if (was?.upn !== undefined && isAnother) await unlink(stores, was.upn, here, moment)
        if (pupil.upn !== undefined) await link(stores, pupil.upn, here, moment)
      }),
    )
}
