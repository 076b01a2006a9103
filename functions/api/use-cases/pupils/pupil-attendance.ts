/** One pupil's figure, with why: each session, how it counts, how the Department's test stands beside the school's, and the stage. */
import { datesIn, pupilMarksBetween } from '../../../../shared/counting/marks-between.ts'
import { closedCode, schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import { explain } from '../../../../shared/domain/counting/explain.ts'
import { daysOf } from '../../../../shared/domain/counting/rate.ts'
import { absentIn, type CountedMark, latenessIn, tallyOf } from '../../../../shared/domain/counting/tally.ts'
import { bothTests, type Difference, whyDiffer } from '../../../../shared/domain/counting/two-figures.ts'
import { marksWithin, type Span } from '../../../../shared/domain/counting/window.ts'
import { codesIn, type EarlierYear } from '../../../../shared/domain/imports/earlier-school.ts'
import { onRoll, type Pupil } from '../../../../shared/domain/people.ts'
import { isPersistentlyLate } from '../../../../shared/domain/stages/lateness.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { showTally } from './attendance-figures.ts'
import { pupilStage } from './pupil-stage.ts'

/** A span, as a sentence names it. */
export interface Named extends Span {
  readonly name: string
}

const SESSIONS: readonly Session[] = ['AM', 'PM']

/** Classes that have marked the pupil in the school years of a span, the present one among them. */
export const classesOf = async (call: Call, pupil: Pupil, span: Span): Promise<readonly string[]> => {
  const years = [...new Set([schoolYearOf(span.from), schoolYearOf(span.until)])]
  const tallies = await Promise.all(years.map((year) => call.stores.tallies(call.academy, year)))
  const marked = tallies
    .flat()
    .filter(({ pupils, past }) => pupils[pupil.key] !== undefined || past[pupil.key] !== undefined)
  return [pupil.classId, ...marked.map(({ classId }) => classId)]
}

/** Sessions that were school, with the pupil on the roll, and have no mark that counts. */
const unmarkedIn = async (call: Call, pupil: Pupil, span: Span, marks: readonly CountedMark[]) => {
  const [calendar, { closures }] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.open(call.academy, false),
  ])
  const marked = new Set(marks.map(({ date, session }) => `${date} ${session}`))
  return datesIn(span)
    .filter((date) => onRoll(pupil, date))
    .flatMap((date) => SESSIONS.map((session) => ({ date, session })))
    .filter(({ date, session }) => closedCode(calendar, closures, date, session) === undefined)
    .filter(({ date, session }) => !marked.has(`${date} ${session}`))
}

/** Why the pupil's figures over two spans differ, session by session. */
export const pupilDifference = async (call: Call, pupil: Pupil, first: Named, second: Named): Promise<Difference> => {
  const whole = {
    from: first.from < second.from ? first.from : second.from,
    until: first.until > second.until ? first.until : second.until,
  }
  const all = await pupilMarksBetween(call.stores, call.academy, pupil.key, await classesOf(call, pupil, whole), whole)
  const figure = ({ name, ...span }: Named) => ({ name, marks: marksWithin(all, span, pupil) })
  return whyDiffer(figure(first), figure(second))
}

/** A year at an earlier school, as that school counted it: beside the figures and in none of them. */
const showEarlier = (year: EarlierYear) => ({
  year: year.year,
  school: { number: `${year.authority}${year.establishment}`, ...(year.school ? { name: year.school } : {}) },
  possible: year.possible,
  attended: year.attended,
  authorised: year.authorised,
  unauthorised: year.unauthorised,
  codes: codesIn(year),
  asOf: year.asOf,
})

/** The pupil's figure over a span. Sessions without a mark are listed and count neither way. */
export const pupilAttendance = async (call: Call, pupil: Pupil, span: Span) => {
  const classIds = await classesOf(call, pupil, span)
  const all = await pupilMarksBetween(call.stores, call.academy, pupil.key, classIds, span)
  const marks = marksWithin(all, span, pupil)
  const tally = tallyOf(marks)
  const { stage1, minimumSessions } = call.policy.thresholds
  return {
    pupil: pupil.pupilId,
    ...span,
    figures: { ...showTally(tally), daysMissed: daysOf(absentIn(tally)) },
    lateness: { ...latenessIn(marks), persistent: isPersistentlyLate(tally, call.policy.thresholds) },
    tests: bothTests(
      tally,
      { line: stage1, minimum: minimumSessions },
      { dateOfBirth: pupil.dateOfBirth, joined: pupil.admitted, date: span.until },
    ),
    stage: await pupilStage(call, pupil, span.until, classIds),
    before: (await call.stores.earlierYears(call.academy, pupil.key)).map(showEarlier),
    ...explain(marks, await unmarkedIn(call, pupil, span, marks)),
  }
}
