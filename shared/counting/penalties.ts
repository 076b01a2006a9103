/**
 * Each night the unauthorised sessions of the last ten school weeks are counted from the lists of absences, and who came near or met the
 * threshold is told to people once. Safe to run twice, and a night that did not happen is made up for by the next: where a matter stands
 * follows from the marks, never from how they came about. Nothing here ever writes to a family.
 */
import { isDeepStrictEqual } from 'node:util'
import { isSchoolDay } from '../domain/calendar.ts'
import type { AbsenceDay } from '../domain/counting/absence-day.ts'
import type { CountedMark } from '../domain/counting/tally.ts'
import type { Enrolment } from '../domain/counting/window.ts'
import { idOf } from '../domain/ids.ts'
import { afterDate, judgedAgain } from '../domain/penalties/improve.ts'
import { metAtOnce } from '../domain/penalties/met-at-once.ts'
import { afterCount, noPenalties, type PenaltyRecord } from '../domain/penalties/record.ts'
import { onRoll, type Pupil, type PupilKey } from '../domain/people.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import { towardsNotice } from '../penalties/load-penalties.ts'
import { countIn, reachOf } from '../penalties/reach.ts'
import type { Stores } from '../ports/stores.ts'
import { considerTogether, endConsidered } from './penalties-at-once.ts'
import {
  actAtNight,
  considerTaskId,
  improvementTaskId,
  lookAgainTaskId,
  raiseAtNight,
  withdrawAtNight,
} from './penalty-tasks.ts'
import type { StagesNight } from './stage-acts.ts'

type Kept = Pick<
  Stores,
  | 'absenceDays'
  | 'penaltyRecords'
  | 'penaltyRecord'
  | 'savePenaltyRecord'
  | 'raiseTask'
  | 'task'
  | 'endTask'
  | 'open'
  | 'registersOn'
  | 'roll'
>

/** A record, with the dates on the roll where they decide what counts. */
interface Concerned {
  readonly record: PenaltyRecord
  readonly enrolled: Enrolment | undefined
}

/**
 * Records of pupils who are on record, and new ones for those whose sessions alone would bring them near. No mark from before the starting day
 * or after the leaving day counts, also where these were learned late.
 */
const recordsOf = async (
  stores: Kept,
  { academy, policy }: StagesNight,
  kept: readonly PenaltyRecord[],
  marks: ReadonlyMap<PupilKey, readonly CountedMark[]>,
): Promise<readonly Concerned[]> => {
  const known = new Set(kept.map(({ pupil }) => pupil))
  const near = [...marks.keys()].filter((key) => towardsNotice(marks.get(key) ?? []) >= policy.penalties.warnAt)
  const begun = kept.filter((record) => record.case ?? record.improve).map(({ pupil }) => pupil)
  const pupils = await stores.roll.pupils(academy, [...begun, ...near.filter((key) => !known.has(key))])
  const isNear = (pupil: Pupil): boolean =>
    towardsNotice((marks.get(pupil.key) ?? []).filter(({ date }) => onRoll(pupil, date))) >= policy.penalties.warnAt
  return [
    ...kept.map((record) => ({ record, enrolled: pupils[record.pupil] })),
    ...Object.values(pupils)
      .filter((pupil) => !known.has(pupil.key) && isNear(pupil))
      .map((pupil) => ({ record: noPenalties(pupil.key, pupil.dateOfBirth), enrolled: pupil })),
  ]
}

const kindOf = (was: PenaltyRecord, is: PenaltyRecord): string => {
  if (is.improve?.state !== was.improve?.state) return `improvement-${is.improve?.state}`
  if (!isDeepStrictEqual(is.improve?.corrected, was.improve?.corrected)) return 'improvement-judged-again'
  if (is.case === undefined) return was.case === undefined ? 'penalty-counted' : 'penalty-withdrawn'
  return `penalty-${is.case.standing}`
}

const detailOf = ({ case: matter, improve }: PenaltyRecord) => ({
  ...(matter ? { standing: matter.standing, sessions: matter.sessions, from: matter.from, until: matter.until } : {}),
  ...(improve ? { improve: improve.state } : {}),
  ...(improve?.corrected ? { corrected: improve.corrected.is } : {}),
})

const isToConsider = ({ case: matter }: PenaltyRecord): boolean => matter?.standing === 'met'

/** Tells people what moved, before the record says that they know; whoever is on the list of a batch has no task besides. */
const tell = async (
  stores: Kept,
  night: StagesNight,
  was: PenaltyRecord,
  is: PenaltyRecord,
  listed: ReadonlySet<PupilKey>,
): Promise<void> => {
  const { sessions, schoolWeeks } = night.policy.penalties
  const pupils = [is.pupil]
  if (isToConsider(is) && !isToConsider(was) && !listed.has(is.pupil))
    await raiseAtNight(stores, night, {
      id: considerTaskId(is),
      kind: 'penalty-notice',
      pupils,
      why: `${sessions} or more unauthorised sessions in ${schoolWeeks} school weeks: a penalty notice must be considered. Decide under penalty notices: refer, give notice to improve, or not, with the reason.`,
    })
  if (isToConsider(was) && !isToConsider(is))
    await withdrawAtNight(stores, night, considerTaskId(was), 'Marks were amended, and the threshold is no longer met.')
  const ended = is.improve?.state === was.improve?.state ? undefined : is.improve
  if (ended?.state === 'breached' || ended?.state === 'improved')
    await raiseAtNight(stores, night, {
      id: improvementTaskId(is.pupil, ended.decision),
      kind: 'notice-to-improve',
      pupils,
      why:
        ended.state === 'breached'
          ? 'There was more unauthorised absence than the notice to improve allows. Decide whether to refer for a penalty notice.'
          : 'The time of the notice to improve has ended, and attendance has improved. Tell the family.',
    })
}

/** Somebody looks again, once, where the marks of a notice to improve say otherwise by now than what was told; and not where they say it again. */
const tellCorrected = async (
  stores: Kept,
  night: StagesNight,
  was: PenaltyRecord,
  is: PenaltyRecord,
): Promise<void> => {
  const [before, now] = [was.improve?.corrected, is.improve?.corrected]
  if (is.improve === undefined || before?.on === now?.on) return
  const idOn = (on: LocalDate): string => lookAgainTaskId(is.pupil, is.improve?.decision ?? '', on)
  if (before)
    await withdrawAtNight(stores, night, idOn(before.on), 'Marks of the notice to improve were amended again.')
  if (now)
    await raiseAtNight(stores, night, {
      id: idOn(now.on),
      kind: 'notice-to-improve',
      pupils: [is.pupil],
      why: `Marks were amended after the notice to improve had ended as ${is.improve.state}: by them ${now.unauthorised} unauthorised sessions stand, and it allowed ${is.improve.mostUnauthorised}. Look at it again, and tell the family, before anything follows.`,
    })
}

/** One task a day with everybody who has come near, or whose N stands in the way. */
const warn = async (stores: Kept, night: StagesNight, pupils: readonly PupilKey[]): Promise<void> => {
  const { sessions, warnAt } = night.policy.penalties
  if (pupils.length === 0) return
  await raiseAtNight(stores, night, {
    id: idOf(addDays(night.until, 1), 'penalty-near'),
    kind: 'penalty-near',
    pupils: pupils.toSorted(),
    why: `${warnAt} or more unauthorised sessions count towards the ${sessions} at which a penalty notice must be considered, or an N stands in the way. Offer help now.`,
  })
}

export interface Watched {
  /** Pupils whose record changed. */
  readonly changed: number
  /** The newest dates with their absences; none after a day without school. */
  readonly newest: readonly AbsenceDay[]
}

/** One record that somebody else saves meanwhile is looked at again the next night. */
export const watchPenalties = async (stores: Kept, night: StagesNight): Promise<Watched> => {
  const { academy, policy, school, until } = night
  // Nothing has changed for anybody after a day without school; what was amended on it is seen at the next.
  if (!isSchoolDay(school.calendar, until)) return { changed: 0, newest: [] }
  const kept = await stores.penaltyRecords(academy)
  const reach = await reachOf(stores, academy, policy, kept)
  const firstRead = reach.newest[0]?.date
  const readings = (await recordsOf(stores, night, kept, reach.recent)).map(({ record: was, enrolled }) => {
    const marks = (reach.recent.get(was.pupil) ?? []).filter(({ date }) => !enrolled || onRoll(enrolled, date))
    const improve = was.improve && judgedAgain(afterDate(was.improve, marks, until), marks, until, firstRead)
    const watched = improve ? { ...was, improve } : was
    const count = countIn(watched, reach, policy, enrolled)
    return { was, is: afterCount(watched, count, until), count }
  })
  const moved = readings.filter(({ was, is }) => !isDeepStrictEqual(was, is) || was.version === 0)
  const nowNear = moved.filter(({ was, is }) => is.case && !isToConsider(is) && is.case.standing !== was.case?.standing)
  await warn(
    stores,
    night,
    nowNear.filter(({ was }) => was.case === undefined || was.case.standing === 'near').map(({ is }) => is.pupil),
  )
  const atOnce = moved.filter(({ was, count }) => metAtOnce(was, count, policy.penalties, until))
  const listed = await considerTogether(
    stores,
    night,
    atOnce.map(({ is }) => is.pupil),
  )
  let changed = 0
  for (const { was, is } of moved) {
    await tell(stores, night, was, is, listed)
    await tellCorrected(stores, night, was, is)
    const act = actAtNight(night, kindOf(was, is), { pupils: [is.pupil], detail: detailOf(is) })
    if ((await stores.savePenaltyRecord(academy, is, act)) === 'saved') changed++
    if (isToConsider(was) && !isToConsider(is))
      await endConsidered(stores, academy, is.pupil, 'system', (kind, rest) => actAtNight(night, kind, rest))
  }
  return { changed, newest: reach.newest }
}
