/**
 * Marks of days gone by have been changed: what a letter said of them is noted beside it at once, and a person is asked where it would not have
 * gone. Should the process die before, the letter stands without its note until the child's stage is next decided, at the latest when the
 * review period ends: the percentage itself is right that night, for it is counted from the registers.
 */
import { isDeepStrictEqual } from 'node:util'
import { schoolYearOf } from '../domain/calendar.ts'
import type { Code } from '../domain/codes.ts'
import { countedCodes } from '../domain/counting/class-tally.ts'
import { NO_SESSIONS, type Tally, tallyOfCode } from '../domain/counting/tally.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { afterMarksChanged, type MarkChange } from '../domain/stages/marks-changed.ts'
import { localDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { STAGES_GROUND, type StagesNight } from './stage-acts.ts'
import { askPerson } from './stage-tasks.ts'

export type MarksChanged = ReadonlyMap<PupilKey, readonly MarkChange[]>

/** What a letter says of a session: whether it was on time is not in it. */
const figures = (code: Code | undefined): Omit<Tally, 'late'> => {
  const { late: _late, ...rest } = code === undefined ? NO_SESSIONS : tallyOfCode(code)
  return rest
}

const countsAlike = ({ was, is }: MarkChange): boolean => isDeepStrictEqual(figures(was), figures(is))

/** What one save of a register changes in what counts, by pupil. A first register of a session is no change to what anybody was told. */
export const marksChanged = (was: Register | undefined, is: Register): MarksChanged => {
  if (was === undefined) return new Map()
  const [before, after] = [countedCodes(was), countedCodes(is)]
  const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((pupil) => {
    const [code, now] = [before[pupil], after[pupil]]
    return [pupil, { date: is.date, ...(code && { was: code }), ...(now && { is: now }) }] as const
  })
  return new Map(changes.filter(([, change]) => !countsAlike(change)).map(([pupil, change]) => [pupil, [change]]))
}

/** Changes of several saves together. */
export const joined = (all: readonly MarksChanged[]): MarksChanged => {
  const sums = new Map<PupilKey, MarkChange[]>()
  for (const changed of all)
    for (const [pupil, changes] of changed) sums.set(pupil, [...(sums.get(pupil) ?? []), ...changes])
  return sums
}

export interface Moment extends Pick<StagesNight, 'academy' | 'now' | 'policy' | 'policyVersion'> {
  /** Who changed the marks: a staff id, `import` or `system`. */
  readonly by: string
}

type Kept = Pick<Stores, 'stage' | 'saveStage' | 'raiseTask'>

const TRIES = 3

const annotateOne = async (
  stores: Kept,
  pupil: PupilKey,
  changes: readonly MarkChange[],
  moment: Moment,
): Promise<void> => {
  const { academy, now, policy, policyVersion, by } = moment
  const today = localDate(now, policy.zone)
  for (let tried = 0; tried < TRIES; tried++) {
    const was = await stores.stage(academy, schoolYearOf(today), pupil, tried > 0)
    const is = afterMarksChanged(was, changes, today, policy.thresholds)
    if (is === was) return
    if (is.waitsSince !== undefined && was.waitsSince === undefined)
      await askPerson(stores, moment, 'stage-in-doubt', is)
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
  }
}

/** Notes changed marks beside the letters that told of them; of pupils to whom no letter went in this school year nothing is written. */
export const annotateStages = async (stores: Kept, changed: MarksChanged, moment: Moment): Promise<void> => {
  for (const [pupil, changes] of changed) await annotateOne(stores, pupil, changes, moment)
}
