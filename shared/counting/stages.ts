/**
 * Each night every pupil's figures are held against the thresholds, and what is due to the family is written down. Safe to run twice, and a
 * night that did not happen is made up for by the next: what is due follows from the figures, never from how they came about.
 */
import { isDeepStrictEqual } from 'node:util'
import { isCompulsoryAge } from '../domain/ages.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil, type ClassTally, countedTo } from '../domain/counting/class-tally.ts'
import { NO_SESSIONS } from '../domain/counting/tally.ts'
import { schoolDaysSince } from '../domain/counting/unresolved.ts'
import { onRoll, type Pupil } from '../domain/people.ts'
import { afterLateness } from '../domain/stages/lateness.ts'
import { underReview } from '../domain/stages/review.ts'
import { afterNight, noStage, type Reading, type StageRecord } from '../domain/stages/stage.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { afterLetter } from './after-letters.ts'
import { type StagesNight, stageAct } from './stage-acts.ts'
import { askPerson } from './stage-tasks.ts'

type Kept = Pick<
  Stores,
  'stages' | 'saveStage' | 'roll' | 'letter' | 'registersOf' | 'raiseTask' | 'attendCase' | 'closedAttendCases'
>

/** On the roll and of compulsory age: nobody else's family is written to about attendance. */
const isConcerned = (pupil: Pupil | undefined, date: LocalDate): pupil is Pupil =>
  pupil !== undefined && onRoll(pupil, date) && isCompulsoryAge(pupil.dateOfBirth, date)

/** A pupil who has left, or is not yet of compulsory age, has nothing due; what went stays. */
const withoutDue = ({ due: _due, ...record }: StageRecord): StageRecord => record

/** The record once somebody has been asked to look at a pupil who is late again and again. */
const told = async (
  stores: Kept,
  record: StageRecord,
  { tally }: Reading,
  night: StagesNight,
): Promise<StageRecord> => {
  const next = afterLateness(record, tally, night.policy.thresholds)
  if (next !== record) await askPerson(stores, night, 'persistent-lateness', next)
  return next
}

interface Read {
  readonly was: StageRecord
  readonly is: StageRecord
  readonly reading: Reading
}

/** What each pupil's figures say of this night. */
const readAll = (
  records: readonly StageRecord[],
  classes: readonly ClassTally[],
  through: LocalDate,
  { policy, school }: StagesNight,
): readonly Read[] => {
  const year = schoolYearOf(through)
  const tallies = byPupil(classes)
  const kept = new Map(records.map((record) => [record.pupil, record]))
  const schoolDaysFrom = (date: LocalDate) =>
    schoolDaysSince(school.calendar, school.closures, addDays(date, -1), through)
  return [...new Set([...tallies.keys(), ...kept.keys()])].map((pupil) => {
    const was = kept.get(pupil) ?? noStage(pupil, year)
    const reading = { tally: tallies.get(pupil) ?? NO_SESSIONS, through, schoolDaysFrom }
    return { was, is: afterNight(was, reading, policy.thresholds), reading }
  })
}

/** `classes`: every class's count of the year, just brought up to date. Answers of how many pupils the record changed. One that somebody else saves meanwhile is looked at again the next night. */
export const decideStages = async (
  stores: Kept,
  classes: readonly ClassTally[],
  night: StagesNight,
): Promise<number> => {
  const { academy, policy } = night
  const through = countedTo(classes)
  if (through === undefined) return 0
  // A moment old is enough: a record is saved on condition of what was read.
  const records = await stores.stages(academy, schoolYearOf(night.until))
  // A record that stays as it is costs nothing.
  const moved = readAll(records, classes, through, night).filter(
    ({ was, is, reading }) =>
      !isDeepStrictEqual(was, is) ||
      afterLateness(is, reading.tally, policy.thresholds) !== is ||
      underReview(is, reading, policy.thresholds) !== undefined,
  )
  if (moved.length === 0) return 0
  const pupils = await stores.roll.pupils(
    academy,
    moved.map(({ was }) => was.pupil),
    false,
  )
  let changed = 0
  for (const { was, is, reading } of moved) {
    const pupil = pupils[was.pupil]
    const next = isConcerned(pupil, through)
      ? await told(stores, await afterLetter(stores, { record: is, reading, pupil, classes }, night), reading, night)
      : withoutDue(is)
    if (isDeepStrictEqual(was, next)) continue
    if ((await stores.saveStage(academy, next, stageAct(night, was, next))) === 'saved') changed++
  }
  return changed
}
