/**
 * Each night every pupil's figures are held against the thresholds, and what is due to the family is written down. Safe to run twice, and a
 * night that did not happen is made up for by the next: what is due follows from the figures, never from how they came about.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Policy } from '../../academies/policy.ts'
import { isCompulsoryAge } from '../domain/ages.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil, type ClassTally, countedTo } from '../domain/counting/class-tally.ts'
import type { SchoolDays } from '../domain/counting/settle-unresolved.ts'
import { NO_SESSIONS } from '../domain/counting/tally.ts'
import { schoolDaysSince } from '../domain/counting/unresolved.ts'
import { onRoll, type Pupil } from '../domain/people.ts'
import { afterNight, noStage, type StageRecord } from '../domain/stages/stage.ts'
import { addDays, type Instant, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'

const GROUND = {
  rule: 'stages',
  clause: 'Persistent Absentees: a warning text on dropping below one line, the stage 1 letter below the next',
}

export interface StagesNight {
  readonly academy: string
  readonly now: Instant
  /** The last date that is over. */
  readonly until: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
  readonly school: SchoolDays
}

type Kept = Pick<Stores, 'stages' | 'saveStage' | 'roll'>

/** What became of a record, in the timeline's words. */
const kindOf = (was: StageRecord, is: StageRecord): string => {
  if (is.due && !isDeepStrictEqual(is.due, was.due)) return 'stage-due'
  if (was.due && !is.due) return 'stage-withdrawn'
  if (is.cycle > was.cycle) return 'stage-cycle-ended'
  return is.recoveringSince === undefined ? 'stage-fell-back' : 'stage-recovering'
}

const actOf = (night: StagesNight, was: StageRecord, is: StageRecord): Act => ({
  ...GROUND,
  at: night.now,
  by: 'system',
  kind: kindOf(was, is),
  pupils: [is.pupil],
  policy: night.policyVersion,
  detail: {
    ...((is.due ?? was.due) ? { step: (is.due ?? was.due)?.step } : {}),
    ...(is.due ? { on: is.due.on, figures: is.due.tally } : {}),
    cycle: is.cycle,
  },
})

/** On the roll and of compulsory age: nobody else's family is written to about attendance. */
const isConcerned = (pupil: Pupil | undefined, date: LocalDate): boolean =>
  pupil !== undefined && onRoll(pupil, date) && isCompulsoryAge(pupil.dateOfBirth, date)

/** A pupil who has left, or is not yet of compulsory age, has nothing due; what went stays. */
const withoutDue = ({ due: _due, ...record }: StageRecord): StageRecord => record

/** `classes`: every class's count of the year, just brought up to date. Answers of how many pupils the record changed. One that somebody else saves meanwhile is looked at again the next night. */
export const decideStages = async (
  stores: Kept,
  classes: readonly ClassTally[],
  night: StagesNight,
): Promise<number> => {
  const { academy, policy, school } = night
  const year = schoolYearOf(night.until)
  const through = countedTo(classes)
  if (through === undefined) return 0
  // A moment old is enough: a record is saved on condition of what was read.
  const records = await stores.stages(academy, year)
  const tallies = byPupil(classes)
  const kept = new Map(records.map((record) => [record.pupil, record]))
  const schoolDaysFrom = (date: LocalDate) =>
    schoolDaysSince(school.calendar, school.closures, addDays(date, -1), through)
  const readings = [...new Set([...tallies.keys(), ...kept.keys()])].map((pupil) => {
    const was = kept.get(pupil) ?? noStage(pupil, year)
    const tally = tallies.get(pupil) ?? NO_SESSIONS
    return { was, is: afterNight(was, { tally, through, schoolDaysFrom }, policy.thresholds) }
  })
  // A record that stays as it is costs nothing.
  const moved = readings.filter(({ was, is }) => !isDeepStrictEqual(was, is))
  if (moved.length === 0) return 0
  const pupils = await stores.roll.pupils(
    academy,
    moved.map(({ was }) => was.pupil),
    false,
  )
  let changed = 0
  for (const { was, is } of moved) {
    const next = isConcerned(pupils[was.pupil], through) ? is : withoutDue(is)
    if (isDeepStrictEqual(was, next)) continue
    if ((await stores.saveStage(academy, next, actOf(night, was, next))) === 'saved') changed++
  }
  return changed
}
