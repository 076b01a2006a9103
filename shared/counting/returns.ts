/**
 * Each night pupils whose absence the authority must be told of are found, and a person is asked, once for each run, year or case. Runs are
 * found in the lists of absences and proven on the registers; nothing is sent and nothing is ever deleted.
 */
import { isCompulsoryAge } from '../domain/ages.ts'
import { isSchoolDay, previousSchoolDay, schoolDaysAfter, schoolYearOf } from '../domain/calendar.ts'
import type { Case } from '../domain/case.ts'
import { type AbsenceDay, marksOfDays } from '../domain/counting/absence-day.ts'
import { byPupil, type ClassTally } from '../domain/counting/class-tally.ts'
import { likelyRuns } from '../domain/counting/likely-run.ts'
import { type AbsentRun, illSessions, unauthorisedRuns } from '../domain/counting/returns.ts'
import { marksWithin } from '../domain/counting/window.ts'
import { onRoll, type Pupil, type PupilKey } from '../domain/people.ts'
import { childOf, type ReturnKind, returnId } from '../domain/returns/authority-return.ts'
import { isKnown } from '../domain/returns/spells.ts'
import { addDays, type LocalDate, mondayOf } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { askReturn, type ReturnMoment } from '../returns/ask-return.ts'
import { askTogether, isLongPast } from '../returns/ask-together.ts'
import { pupilMarksBetween } from './marks-between.ts'
import type { StagesNight } from './stage-acts.ts'

type Kept = Pick<Stores, 'absenceDays' | 'registersOf' | 'returns' | 'askReturn' | 'raiseTask' | 'task' | 'roll'>

export interface ReturnsNight extends StagesNight {
  readonly tallies: readonly ClassTally[]
  /** Open cases of children nobody can account for. */
  readonly cases: readonly Case[]
  /** The newest dates with their absences, `until` the last of them. */
  readonly newest: readonly AbsenceDay[]
}

/** What is to be asked for, before the pupil has been read. */
interface Found {
  readonly kind: ReturnKind
  readonly pupil: PupilKey
  readonly from: LocalDate
  /** The last date of a run. */
  readonly until?: LocalDate
  readonly days?: number
}

const listedToday = ({ newest, until }: ReturnsNight): AbsenceDay['absences'] =>
  newest.find(({ date }) => date === until)?.absences ?? []

const classesOf = ({ classId, key }: Pupil, tallies: readonly ClassTally[]): readonly string[] => [
  classId,
  ...tallies.filter(({ pupils, past }) => key in pupils || key in past).map((tally) => tally.classId),
]

/** The runs of the dates read, by the registers themselves: whoever is back, or was written down late, has been away all the same. */
const runsOf = async (stores: Kept, night: ReturnsNight, pupil: Pupil): Promise<readonly AbsentRun[]> => {
  const { academy, newest, until, tallies } = night
  const span = { from: newest[0]?.date ?? until, until }
  const marks = await pupilMarksBetween(stores, academy, pupil.key, classesOf(pupil, tallies), span)
  return unauthorisedRuns(marksWithin(marks, span, pupil), pupil.dateOfBirth)
}

const runsFound = (pupil: Pupil, runs: readonly AbsentRun[], { policy: { returns } }: ReturnsNight): readonly Found[] =>
  runs.flatMap((run) =>
    (
      [
        ['absence', returns.absenceDays],
        ['joint-enquiry', returns.jointEnquiryDays],
      ] as const
    ).flatMap(([kind, least]) =>
      run.days >= least ? [{ kind, pupil: pupil.key, from: run.from, until: run.until, days: run.days }] : [],
    ),
  )

/** The first school day of a week is over: then everybody is looked at, whose illness may have been written down late. */
const endsFirstOfWeek = ({ school: { calendar }, until }: ReturnsNight): boolean =>
  mondayOf(previousSchoolDay(calendar, until)) < mondayOf(until)

/** Pupils ill today, and once a week whoever was ill of late, whose authorised absence of the year could be so many days of illness. */
const mayBeSick = (night: ReturnsNight): readonly PupilKey[] => {
  const tallies = byPupil(night.tallies)
  const listed = endsFirstOfWeek(night) ? night.newest.flatMap(({ absences }) => absences) : listedToday(night)
  const ill = new Set(listed.flatMap(({ pupil, code }) => (code === 'I' ? [pupil] : [])))
  return [...ill].filter((pupil) => (tallies.get(pupil)?.authorised ?? 0) >= night.policy.returns.sicknessDays * 2)
}

/** Illness of the year, from its lists: one query for the whole academy, on the few nights on which somebody may have reached it. */
const sicknessFound = async (
  stores: Kept,
  night: ReturnsNight,
  pupils: readonly Pupil[],
): Promise<readonly Found[]> => {
  const year = schoolYearOf(night.until)
  if (pupils.length === 0) return []
  const marks = marksOfDays(await stores.absenceDays(night.academy, { from: year, until: night.until }))
  return pupils.flatMap((pupil) => {
    const sessions = illSessions(marks.get(pupil.key) ?? [], pupil.dateOfBirth)
    return sessions >= night.policy.returns.sicknessDays * 2
      ? [{ kind: 'sickness' as const, pupil: pupil.key, from: year, days: Math.floor(sessions / 2) }]
      : []
  })
}

const missingFound = ({ cases, policy }: ReturnsNight): readonly Found[] =>
  cases
    .filter(({ days }) => days.length >= policy.returns.missingDays)
    .map(({ pupil, opened, days }) => ({ kind: 'missing-education', pupil, from: opened, days: days.length }))

const momentOf = (night: ReturnsNight): ReturnMoment => ({
  academy: night.academy,
  now: night.now,
  today: addDays(night.until, 1),
  policy: night.policy,
  policyVersion: night.policyVersion,
  by: 'system',
})

/** Answers how many returns were asked for. Safe to run twice; a pupil off the roll or outside compulsory school age is never asked about. */
export const watchReturns = async (stores: Kept, night: ReturnsNight): Promise<number> => {
  const { academy, policy, until, school, newest } = night
  if (!isSchoolDay(school.calendar, until)) return 0
  const running = likelyRuns(newest, policy.returns.absenceDays)
  const [ill, missing] = [mayBeSick(night), missingFound(night)]
  const keys = [...new Set([...running, ...ill, ...missing.map(({ pupil }) => pupil)])]
  if (keys.length === 0) return 0
  const years = [...new Set([schoolYearOf(until), schoolYearOf(newest[0]?.date ?? until)])]
  const [pupils, ...kept] = await Promise.all([
    stores.roll.pupils(academy, keys),
    ...years.map((year) => stores.returns(academy, year)),
  ])
  const known = kept.flat()
  const concerned = (wanted: readonly PupilKey[]): readonly Pupil[] =>
    wanted.flatMap((key) => {
      const pupil = pupils[key]
      return pupil && onRoll(pupil, until) && isCompulsoryAge(pupil.dateOfBirth, until) ? [pupil] : []
    })
  const isSickKnown = (pupil: Pupil) =>
    known.some(({ kind, pupil: of, from }) => kind === 'sickness' && of === pupil.key && from === schoolYearOf(until))
  const found: Found[] = concerned(missing.map(({ pupil }) => pupil)).flatMap((pupil) =>
    missing.filter((each) => each.pupil === pupil.key),
  )
  for (const pupil of concerned(running)) found.push(...runsFound(pupil, await runsOf(stores, night, pupil), night))
  const sick = concerned(ill).filter((pupil) => !isSickKnown(pupil))
  found.push(...(await sicknessFound(stores, night, sick)))
  const due = schoolDaysAfter(school.calendar, until, policy.returns.dueSchoolDays)
  const unknown = found.filter((one) => !isKnown(known, one, newest[0]?.date ?? '', school.calendar))
  const moment = momentOf(night)
  const listed = await askTogether(
    stores,
    moment,
    unknown.filter((one) => isLongPast(one, policy.returns)),
    due,
  )
  let asked = 0
  for (const each of unknown) {
    const pupil = pupils[each.pupil]
    if (pupil === undefined) continue
    const { until: _until, ...episode } = each
    const about = {
      ...episode,
      child: childOf(pupil),
      due: each.kind === 'missing-education' ? addDays(until, 1) : due,
    }
    if ((await askReturn(stores, about, moment, listed.has(returnId(each.kind, each.pupil, each.from)))) === 'asked')
      asked++
  }
  return asked
}
