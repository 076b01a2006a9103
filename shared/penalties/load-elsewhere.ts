/** Reads what other schools of the trust recorded of children who came from them. */
import { type AbsenceDay, marksOfDays } from '../domain/counting/absence-day.ts'
import { carriesOver, type Elsewhere } from '../domain/penalties/elsewhere.ts'
import type { Enrolment } from '../domain/penalties/enrolment.ts'
import { schoolWeeksOf } from '../domain/penalties/matter.ts'
import type { PenaltyRecord } from '../domain/penalties/record.ts'
import type { PupilKey } from '../domain/people.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'

type Kept = Pick<Stores, 'absenceDays' | 'penaltyRecord' | 'roll'>

/** Twenty weeks: ten of school, with the summer between them. */
const LATELY = 140

/** From where on marks of another school can still count, and the last date that is counted here. */
export interface Read {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** `first`: where a matter that waits for a decision begins, however long it has waited. */
export const readTo = (until: LocalDate | undefined, first: LocalDate | undefined): Read | undefined => {
  if (until === undefined) return undefined
  const lately = addDays(until, -LATELY)
  return { from: first !== undefined && first < lately ? first : lately, until }
}

/** The leaving day that the other school has, where it has heard of it: no mark after it counts, as none of this school's does. */
export const leftOn = async (
  { roll }: Pick<Stores, 'roll'>,
  { academy, pupil }: Pick<Enrolment, 'academy' | 'pupil'>,
): Promise<LocalDate | undefined> =>
  ((await roll.pupils(academy, [pupil]))[pupil] ?? (await roll.leavers(academy, [pupil]))[pupil])?.left

/**
 * By pupil. A school's list of absences is read once, and only where a child came from it so lately that its dates can still count; `ledger`
 * reads what was considered and given there of every child, however long ago.
 */
export const elsewhereOf = async (
  stores: Kept,
  records: readonly PenaltyRecord[],
  read: Read | undefined,
  ledger: boolean,
): Promise<ReadonlyMap<PupilKey, readonly Elsewhere[]>> => {
  const days = new Map<string, Promise<readonly AbsenceDay[]>>()
  const daysOf = (academy: string, { from, until }: Read): Promise<readonly AbsenceDay[]> => {
    const found = days.get(academy) ?? stores.absenceDays(academy, { from, until })
    days.set(academy, found)
    return found
  }
  const all = new Map<PupilKey, readonly Elsewhere[]>()
  for (const { pupil, elsewhere = [] } of records) {
    const found: Elsewhere[] = []
    for (const enrolment of elsewhere.filter(carriesOver)) {
      const isLately = read !== undefined && enrolment.joinedHere > read.from
      if (!isLately && !ledger) continue
      const [listed, record, left] = await Promise.all([
        isLately ? daysOf(enrolment.academy, read) : [],
        stores.penaltyRecord(enrolment.academy, enrolment.pupil),
        isLately ? leftOn(stores, enrolment) : undefined,
      ])
      const marks = marksOfDays(listed).get(enrolment.pupil) ?? []
      found.push({
        enrolment,
        marks: marks.filter(({ date }) => left === undefined || date <= left),
        weeks: schoolWeeksOf(listed),
        considered: record?.considered ?? [],
        notices: record?.notices ?? [],
      })
    }
    if (found.length > 0) all.set(pupil, found)
  }
  return all
}
