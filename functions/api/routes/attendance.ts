import { pathId } from '../../../events/values.ts'
import { spanCounts, yearToDateCounts } from '../../../shared/counting/counts.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { isBelow } from '../../../shared/domain/counting/boundaries.ts'
import { GROUPINGS } from '../../../shared/domain/counting/groups.ts'
import { type Span, termSpan } from '../../../shared/domain/counting/window.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { MOST_DAYS, readDate, readWord, TOO_LONG } from '../query.ts'
import { figuresBy, showTally } from '../use-cases/pupils/attendance-figures.ts'
import { findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'
import { type Named, pupilAttendance, pupilDifference } from '../use-cases/pupils/pupil-attendance.ts'

/** The span that was asked for: the year to yesterday when nothing was said, at most a year. */
const readSpan = (call: Call): Result<Span> => {
  const until = readDate(call, 'until', addDays(call.date, -1))
  if (!until.ok) return until
  const from = readDate(call, 'from', schoolYearOf(until.value))
  if (!from.ok) return from
  if (until.value > call.date)
    return refused('future', 'The span ends after today.', 'Give an until of today or before.', 'until')
  if (from.value > until.value)
    return refused('wrong-span', 'The span ends before it begins.', 'Give a from on or before until.', 'from')
  if (from.value < addDays(until.value, -MOST_DAYS)) return { ok: false, refusal: TOO_LONG }
  return ok({ from: from.value, until: until.value })
}

const asksForSpan = ({ request }: Call): boolean =>
  request.query.from !== undefined || request.query.until !== undefined

const attendance = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const by = readWord(call, 'by', [...GROUPINGS, 'own'])
  if (!by.ok) return refusalAnswer(by.refusal)
  if (by.value !== 'own' && !call.policy.groups.includes(by.value)) {
    return refusalAnswer({
      code: 'not-in-policy',
      why: 'The school’s policy does not break figures down by that.',
      remedy: `Use ${call.policy.groups.join(', ')}.`,
      at: 'by',
    })
  }
  if (!asksForSpan(call))
    return answer(200, await figuresBy(call, by.value, await yearToDateCounts(call.stores, call.academy, call.date)))
  const span = readSpan(call)
  if (!span.ok) return refusalAnswer(span.refusal)
  return answer(200, await figuresBy(call, by.value, await spanCounts(call.stores, call.academy, span.value)))
})

const pupil = route({ roles: OFFICE, path: { academy: pathId, pupil: pathId } }, async (call, at) => {
  const span = readSpan(call)
  if (!span.ok) return refusalAnswer(span.refusal)
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  return found.ok ? answer(200, await pupilAttendance(call, found.value, span.value)) : refusalAnswer(found.refusal)
})

/** The other span: the term of the school's own calendar that the first one ends in, unless dates are given. */
const readOther = async (call: Call, first: Span): Promise<Result<Named>> => {
  const term = termSpan({ listed: {}, terms: call.policy.calendar.terms }, first.until)
  const asked = call.request.query['other-from'] !== undefined || call.request.query['other-until'] !== undefined
  if (!asked)
    return term === undefined
      ? refused('no-term', 'That day is in no term.', 'Give other-from and other-until.', 'other-from')
      : ok({ name: 'the term', from: term.from, until: term.until < first.until ? term.until : first.until })
  const from = readDate(call, 'other-from', schoolYearOf(first.until))
  if (!from.ok) return from
  const until = readDate(call, 'other-until', first.until)
  if (!until.ok) return until
  if (from.value > until.value || until.value > call.date || from.value < addDays(until.value, -MOST_DAYS))
    return refused('wrong-span', 'That is no span of a year or less up to today.', 'Give other dates.', 'other-from')
  return ok({ name: `${from.value} to ${until.value}`, from: from.value, until: until.value })
}

const differences = route({ roles: OFFICE, path: { academy: pathId, pupil: pathId } }, async (call, at) => {
  const span = readSpan(call)
  if (!span.ok) return refusalAnswer(span.refusal)
  const other = await readOther(call, span.value)
  if (!other.ok) return refusalAnswer(other.refusal)
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const name = asksForSpan(call) ? `${span.value.from} to ${span.value.until}` : 'the year to date'
  const first = { name, ...span.value }
  const difference = await pupilDifference(call, found.value, first, other.value)
  return answer(200, { pupil: found.value.pupilId, first, second: other.value, ...difference })
})

/** Reads a line in per cent that pupils are to be below; nothing when none was asked for. */
const readBelow = (call: Call): Result<number | undefined> => {
  const given = call.request.query.below
  if (given === undefined) return ok(undefined)
  const line = Number(given)
  return given.trim() !== '' && line >= 0 && line <= 100
    ? ok(line)
    : refused('wrong-line', 'That is no per cent.', 'Give a number from 0 to 100, like 90.', 'below')
}

/** What the list of pupils adds when pupils below a line are asked for: who they are, and each one's figure. */
export const belowLine = async (call: Call) => {
  const line = readBelow(call)
  if (!line.ok || line.value === undefined) return line.ok ? ok(undefined) : line
  const { tallies, span } = await yearToDateCounts(call.stores, call.academy, call.date)
  const below = line.value
  return ok({
    through: span.until,
    has: (key: string): boolean => {
      const tally = tallies.get(key)
      return tally !== undefined && isBelow(tally, below)
    },
    figures: (key: string) => {
      const tally = tallies.get(key)
      return tally === undefined
        ? {}
        : { attendance: showTally(tally), tooEarly: tally.possible < call.policy.thresholds.minimumSessions }
    },
  })
}

export const attendanceRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/attendance': attendance,
  'GET /academies/{academy}/pupils/{pupil}/attendance': pupil,
  'GET /academies/{academy}/pupils/{pupil}/attendance/differences': differences,
}
