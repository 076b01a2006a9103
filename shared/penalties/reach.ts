/** How far back marks are read to count towards a notice: the newest windows, and those of matters that wait for a person. */
import type { Policy } from '../../academies/policy.ts'
import { type AbsenceDay, marksOfDays } from '../domain/counting/absence-day.ts'
import { countedCodes } from '../domain/counting/class-tally.ts'
import type { PenaltyCount } from '../domain/counting/penalty.ts'
import type { CountedMark } from '../domain/counting/tally.ts'
import { type Elsewhere, marksInTrust, placeOf, recordInTrust, weeksInTrust } from '../domain/penalties/elsewhere.ts'
import { datesToRead, matterOf, ruleOf, schoolWeeksOf } from '../domain/penalties/matter.ts'
import type { PenaltyRecord } from '../domain/penalties/record.ts'
import { onRoll, type PupilKey } from '../domain/people.ts'
import { addDays } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { elsewhereOf, readTo } from './load-elsewhere.ts'

type Marks = ReadonlyMap<PupilKey, readonly CountedMark[]>

export interface Reach {
  readonly newest: readonly AbsenceDay[]
  /** Marks of the newest windows. */
  readonly recent: Marks
  /** These, and those of the weeks in which a matter met the threshold that nobody has considered yet. */
  readonly older: Marks
  readonly weeks: readonly string[]
  /** What other schools of the trust recorded, by pupil. */
  readonly elsewhere: ReadonlyMap<PupilKey, readonly Elsewhere[]>
  /** Sessions that both schools have marked, by pupil: this school's mark is the one that counts. */
  readonly here: ReadonlyMap<PupilKey, ReadonlySet<string>>
}

type CountedFor = Parameters<typeof onRoll>[0]

const isToConsider = ({ case: matter }: PenaltyRecord): boolean => matter !== undefined && matter.standing !== 'near'

/**
 * What this school marked in sessions of which another school, whose roll the child is still on, says an absence. Almost never anything is read.
 * A session at which the child is expected elsewhere (`D`) is that school's.
 */
const markedHere = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  elsewhere: Reach['elsewhere'],
): Promise<Reach['here']> => {
  const since = ({ enrolment, marks }: Elsewhere) => marks.filter(({ date }) => date >= enrolment.joinedHere)
  const concerned = [...elsewhere].filter(([, schools]) => schools.some((each) => since(each).length > 0))
  const dates = new Set(concerned.flatMap(([, schools]) => schools.flatMap(since)).map(({ date }) => date))
  const registers = (await Promise.all([...dates].map((date) => stores.registersOn(academy, date)))).flat()
  return new Map(
    concerned.map(([pupil]) => {
      const marked = registers.filter((register) => (countedCodes(register)[pupil] ?? 'D') !== 'D')
      return [pupil, new Set(marked.map(placeOf))]
    }),
  )
}

/** `ledger`: also what was considered and given elsewhere of children who came long ago. */
export const reachOf = async (
  stores: Pick<Stores, 'absenceDays' | 'penaltyRecord' | 'registersOn' | 'roll'>,
  academy: string,
  policy: Policy,
  records: readonly PenaltyRecord[],
  ledger = false,
): Promise<Reach> => {
  const newest = await stores.absenceDays(academy, { newest: datesToRead(ruleOf(policy)) })
  const begins = newest[0]?.date
  const first = records
    .flatMap((record) => (record.case && isToConsider(record) ? [record.case.from] : []))
    .toSorted()[0]
  const before =
    begins !== undefined && first !== undefined && first < begins
      ? await stores.absenceDays(academy, { from: first, until: addDays(begins, -1) })
      : []
  const all = [...before, ...newest]
  const elsewhere = await elsewhereOf(stores, records, readTo(newest.at(-1)?.date, first), ledger)
  return {
    newest,
    recent: marksOfDays(newest),
    older: marksOfDays(all),
    weeks: schoolWeeksOf(all),
    elsewhere,
    here: await markedHere(stores, academy, elsewhere),
  }
}

/** `enrolled`: no mark before the starting day or after the leaving day counts, where these are known. */
export const countIn = (record: PenaltyRecord, reach: Reach, policy: Policy, enrolled?: CountedFor): PenaltyCount => {
  const all = (isToConsider(record) ? reach.older : reach.recent).get(record.pupil) ?? []
  const own = enrolled ? all.filter(({ date }) => onRoll(enrolled, date)) : all
  const elsewhere = reach.elsewhere.get(record.pupil) ?? []
  const { considerAgainAfter } = policy.penalties
  return matterOf(
    recordInTrust(record, elsewhere),
    marksInTrust(own, elsewhere, reach.here.get(record.pupil)),
    weeksInTrust(reach.weeks, elsewhere),
    { rule: ruleOf(policy), considerAgainAfter },
  )
}
