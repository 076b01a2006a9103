/**
 * Marks of days gone by have been changed: what a letter said of them is noted beside it, and a person is asked where it would not have gone.
 * At once by whoever changed them; and as the transaction that changed them has told the class's count whose they are, by the next night where
 * that process died before it came to the note. The note is counted from the registers, so that whoever makes it, and however often, makes the same.
 */
import { schoolYearOf } from '../domain/calendar.ts'
import { type Amended, amendedOn } from '../domain/counting/amended.ts'
import { type ClassTally, countedCodes } from '../domain/counting/class-tally.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { afterMarksChanged, countedBehind, toldOf } from '../domain/stages/marks-changed.ts'
import type { StageRecord } from '../domain/stages/stage.ts'
import { type LocalDate, localDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { BeforeSaving } from './bring-up-to-date.ts'
import { marksAsCounted } from './pupil-marks.ts'
import { STAGES_GROUND, type StagesNight } from './stage-acts.ts'
import { askPerson } from './stage-tasks.ts'

/** Whose marks one save of a register amends. */
export const amendedIn = (was: Register | undefined, is: Register): Amended =>
  amendedOn(is.date, countedCodes(was), countedCodes(is))

export interface Moment extends Pick<StagesNight, 'academy' | 'now' | 'policy' | 'policyVersion'> {
  /** Who changed the marks: a staff id, `import` or `system`. */
  readonly by: string
}

export type Annotated = Pick<Stores, 'stage' | 'stages' | 'saveStage' | 'raiseTask' | 'tallies' | 'registersOf'>

/** Every class's count of the school year, asked for when a letter told of somebody. */
type Classes = () => Promise<readonly ClassTally[]>

const TRIES = 5

/** Notes the marks of one pupil. The record is read before the marks are counted, and saved on condition that it still stands: whoever counted last is right. */
const annotateOne = async (
  stores: Annotated,
  first: StageRecord,
  since: LocalDate,
  { academy, now, policy, policyVersion, by }: Moment,
  classes: Classes,
): Promise<void> => {
  const today = localDate(now, policy.zone)
  const { pupil, year } = first
  let was = first
  for (let tried = 0; tried < TRIES; tried++) {
    const told = toldOf(was, since)
    const until = told
      .map(({ on }) => on)
      .toSorted()
      .at(-1)
    if (until === undefined) return
    const marks = await marksAsCounted(stores, academy, pupil, await classes(), { from: year, until })
    const is = afterMarksChanged(was, countedBehind(told, marks), today, policy.thresholds)
    if (is === was) return
    if (is.waitsSince !== undefined && was.waitsSince === undefined)
      await askPerson(stores, { academy, now, policy, policyVersion }, 'stage-in-doubt', is)
    const corrected = is.sent.flatMap(({ step, corrected: note }) => (note ? [{ step, ...note }] : []))
    const saved = await stores.saveStage(academy, is, {
      ...STAGES_GROUND,
      at: now,
      by,
      kind: 'stage-noted',
      pupils: [pupil],
      policy: policyVersion,
      detail: { cycle: is.cycle, corrected },
    })
    if (saved === 'saved') return
    was = await stores.stage(academy, year, pupil, true)
  }
  throw new Error('A pupil’s stage was being saved by others at every try')
}

/** So many records are read one by one, which costs less than all of an academy's. */
const ONE_BY_ONE = 8

const recordsOf = async (
  stores: Annotated,
  academy: string,
  year: LocalDate,
  pupils: readonly PupilKey[],
): Promise<readonly StageRecord[]> =>
  pupils.length > ONE_BY_ONE
    ? stores.stages(academy, year)
    : Promise.all(pupils.map((pupil) => stores.stage(academy, year, pupil)))

const annotate = async (
  stores: Annotated,
  year: LocalDate,
  amended: Amended,
  moment: Moment,
  classes: Classes,
): Promise<void> => {
  // Of another school year's letters nothing follows any more.
  const ofYear = Object.entries(amended).filter(([, date]) => schoolYearOf(date) === year)
  if (ofYear.length === 0) return
  const records = await recordsOf(
    stores,
    moment.academy,
    year,
    ofYear.map(([pupil]) => pupil),
  )
  for (const record of records) {
    const since = amended[record.pupil]
    if (since !== undefined) await annotateOne(stores, record, since, moment, classes)
  }
}

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let found: Promise<T> | undefined
  return () => (found ??= read())
}

/** Notes amended marks beside the letters that told of them. For pupils of whom no letter of this school year told anything, nothing is counted or written. */
export const annotateStages = async (stores: Annotated, amended: Amended, moment: Moment): Promise<void> => {
  const year = schoolYearOf(localDate(moment.now, moment.policy.zone))
  await annotate(
    stores,
    year,
    amended,
    moment,
    once(() => stores.tallies(moment.academy, year, true)),
  )
}

/** At night: what a class's count remembers, before it is saved without. `all`: every class's count as it stood before the night. */
export const annotateAmended =
  (stores: Annotated, night: Omit<Moment, 'by'>) =>
  (all: readonly ClassTally[]): BeforeSaving =>
  ({ year, amended }) =>
    annotate(stores, year, amended, { ...night, by: 'system' }, async () => all)
