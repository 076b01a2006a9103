/** The school as its record has it: everybody on the roll today, and the registers of the days that are played. */

import { schoolYearOf } from '../domain/calendar.ts'
import { CODES } from '../domain/codes.ts'
import type { Pupil } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { type MarkedRow, makeSchool } from './make-school.ts'
import type { RehearsedSchool } from './school.ts'
import { supposedDates } from './supposed-files.ts'

export interface Span {
  readonly from: LocalDate
  readonly until: LocalDate
}

const DAYS_AT_ONCE = 10

const datesOf = ({ from, until }: Span): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** The marks of registers that are in, as a file would have them. */
const rowsOf = ({ date, session, classId, marks, submitted }: Register): readonly MarkedRow[] =>
  submitted
    ? Object.entries(marks).map(([pupil, { code, minutesLate, note }]) => {
        const rest = { ...(minutesLate === undefined ? {} : { minutesLate }), ...(note === undefined ? {} : { note }) }
        return { date, session, classId, pupil, mark: { code, source: 'import', ...rest } }
      })
    : []

const readRows = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  span: Span,
): Promise<readonly MarkedRow[]> => {
  const dates = datesOf(span)
  const rows: MarkedRow[] = []
  for (let first = 0; first < dates.length; first += DAYS_AT_ONCE) {
    const some = dates.slice(first, first + DAYS_AT_ONCE)
    const read = await Promise.all(some.map((date) => stores.registersOn(academy, date, false)))
    rows.push(...read.flat().flatMap(rowsOf))
  }
  return rows
}

const readPupils = async ({ roll }: Pick<Stores, 'roll'>, academy: string): Promise<readonly Pupil[]> => {
  const { classes } = await roll.live(academy)
  const rosters = await Promise.all(classes.map(({ id }) => roll.roster(academy, id)))
  const keys = rosters.flat().map(({ key }) => key)
  return Object.values(await roll.pupils(academy, keys, true))
}

/** The last whole school year before a date, and the one that the date is in. */
export const yearsBefore = (today: LocalDate): readonly [last: Span, present: Span] => {
  const present = schoolYearOf(today)
  return [
    { from: schoolYearOf(addDays(present, -1)), until: addDays(present, -1) },
    { from: present, until: addDays(today, -1) },
  ]
}

/** The first of these spans in which there are registers, as a school; `undefined` when there are none in any. */
export const readRecordedSchool = async (
  stores: Pick<Stores, 'registersOn' | 'roll'>,
  academy: string,
  spans: readonly Span[],
): Promise<{ readonly school: RehearsedSchool; readonly supposed: readonly string[] } | undefined> => {
  for (const span of spans) {
    const rows = await readRows(stores, academy, span)
    const dates = [...new Set(rows.filter(({ mark }) => !CODES[mark.code].wholeSchool).map(({ date }) => date))]
    if (dates.length === 0) continue
    const [{ classes }, pupils, staff] = await Promise.all([
      stores.roll.live(academy),
      readPupils(stores, academy),
      stores.roll.staff(academy),
    ])
    const known = new Set(pupils.map(({ key }) => key))
    const left = rows.filter(({ pupil }) => !known.has(pupil)).length
    const people = { classes, pupils, staff, listed: supposedDates(dates.toSorted()) }
    const { school, moved } = makeSchool(
      people,
      rows.filter(({ pupil }) => known.has(pupil)),
    )
    if (school.marks.size === 0) continue
    return {
      school,
      supposed: [
        'The days that are played are those of which the record has registers, with the marks as they stand now.',
        ...(left > 0 ? [`${left} marks of pupils who are on the roll no more were left out.`] : []),
        ...moved,
      ],
    }
  }
  return undefined
}
