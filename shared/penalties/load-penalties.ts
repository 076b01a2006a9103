/** What is known of an academy's penalty notices at this moment: counted live from the lists of absences, not from the last night. */
import type { Policy } from '../../academies/policy.ts'
import { CODES } from '../domain/codes.ts'
import type { PenaltyCount } from '../domain/counting/penalty.ts'
import type { CountedMark } from '../domain/counting/tally.ts'
import { recordInTrust } from '../domain/penalties/elsewhere.ts'
import { parentsInLaw } from '../domain/penalties/obstacles.ts'
import { noPenalties, type PenaltyRecord } from '../domain/penalties/record.ts'
import { onRoll, type Pupil, type PupilKey } from '../domain/people.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { countIn, type Reach, reachOf } from './reach.ts'

export interface PenaltyMatter {
  readonly record: PenaltyRecord
  readonly pupil: Pupil
  readonly count: PenaltyCount
  /** The record as it is judged: with what was considered and given at other schools of the trust. */
  readonly judged: PenaltyRecord
  /** What counts of the newest windows, whatever was considered of it: by it a notice to improve is watched. */
  readonly recent: readonly CountedMark[]
}

type Kept = Pick<Stores, 'absenceDays' | 'penaltyRecords' | 'penaltyRecord' | 'registersOn' | 'roll'>

/** Sessions that may count, whatever the pupil’s age. */
export const towardsNotice = (marks: readonly CountedMark[]): number =>
  marks.filter(({ code }) => CODES[code].penalty).length

const matterIn = (record: PenaltyRecord, pupil: Pupil, reach: Reach, policy: Policy): PenaltyMatter => ({
  record,
  pupil,
  count: countIn(record, reach, policy, pupil),
  recent: (reach.recent.get(record.pupil) ?? []).filter(({ date }) => onRoll(pupil, date)),
  judged: recordInTrust(record, reach.elsewhere.get(record.pupil) ?? [], parentsInLaw(pupil)),
})

/** Of whom no roll names any more, as they were when they left; where no file said the leaving day, it is the last that was counted. */
const pupilsOrLeavers = async (
  stores: Pick<Stores, 'roll'>,
  academy: string,
  keys: readonly PupilKey[],
  counted: LocalDate | undefined,
): Promise<Readonly<Record<PupilKey, Pupil>>> => {
  const here = await stores.roll.pupils(academy, keys)
  const gone = keys.filter((key) => !(key in here))
  if (gone.length === 0) return here
  const leavers = Object.values(await stores.roll.leavers(academy, gone))
  const left = leavers.map((pupil) => (counted === undefined ? pupil : { ...pupil, left: pupil.left ?? counted }))
  return { ...Object.fromEntries(left.map((pupil) => [pupil.key, pupil])), ...here }
}

/** Every pupil who is on record or whose sessions bring them near, with the count of this moment. */
export const penaltyMatters = async (
  stores: Kept,
  academy: string,
  policy: Policy,
): Promise<readonly PenaltyMatter[]> => {
  const records = await stores.penaltyRecords(academy)
  const reach = await reachOf(stores, academy, policy, records, true)
  const known = new Map(records.map((record) => [record.pupil, record]))
  const near = [...reach.recent].flatMap(([pupil, marks]) =>
    towardsNotice(marks) >= policy.penalties.warnAt ? [pupil] : [],
  )
  const keys = [...new Set([...known.keys(), ...near])]
  const pupils = await pupilsOrLeavers(stores, academy, keys, reach.newest.at(-1)?.date)
  return keys.flatMap((key) => {
    const pupil = pupils[key]
    if (pupil === undefined) return []
    const record = { ...(known.get(key) ?? noPenalties(key, pupil.dateOfBirth)), dateOfBirth: pupil.dateOfBirth }
    return [matterIn(record, pupil, reach, policy)]
  })
}

/** One pupil's matter; there is one of every pupil on the roll, however little it holds. */
export const penaltyMatterOf = async (
  stores: Kept,
  academy: string,
  policy: Policy,
  pupil: Pupil,
): Promise<PenaltyMatter> => {
  const found = await stores.penaltyRecord(academy, pupil.key)
  const record = { ...(found ?? noPenalties(pupil.key, pupil.dateOfBirth)), dateOfBirth: pupil.dateOfBirth }
  return matterIn(record, pupil, await reachOf(stores, academy, policy, [record], true), policy)
}
