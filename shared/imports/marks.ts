/** `marks.csv`: what the school's own system says of each pupil's sessions. */
import { CODES, type Code, presentCode, RETIRED_CODES, readCode, type Session } from '../domain/codes.ts'
import { misfitOf } from '../domain/mark-check.ts'
import { onRoll, type RollEntry } from '../domain/people.ts'
import type { Mark } from '../domain/register.ts'
import type { Cells } from './cells.ts'
import { classIdOf } from './class-id.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'

export interface MarkRow {
  readonly date: string
  readonly session: Session
  readonly classId: string
  readonly pupil: string
  readonly mark: Mark
}

export interface MarksContext {
  readonly today: string
  /** Roll entries by pupil id, with the class of each. */
  readonly pupils: ReadonlyMap<string, RollEntry & { readonly classId: string }>
  /** The session is school. */
  isOpen(date: string, session: Session): boolean
}

/** What old codes are kept as: the nearest code of today in the same category. */
const RETIRED_AS: Readonly<Record<string, Code>> = { H: 'C', F: 'C', J: 'B', Y: 'Y7' }

const readMark = (cells: Cells, date: string, session: Session | undefined): Code | undefined => {
  const typed = cells.required('code').toUpperCase()
  if (typed === '') return undefined
  const retired = RETIRED_CODES[typed]
  if (retired && date <= retired.until) return RETIRED_AS[typed]
  if (retired) {
    cells.wrong('code', `${typed} ended on ${retired.until}.`, `Use ${retired.instead}.`)
    return undefined
  }
  const code = readCode(typed)
  if (code === undefined)
    cells.wrong('code', 'is not a national attendance code.', 'Export the statutory mark, not the school’s own.')
  else if (session !== undefined && CODES[code].only !== undefined && CODES[code].only !== session) {
    cells.wrong('code', `${code} is not the present mark of the ${session} session.`, `Use ${presentCode(session)}.`)
  }
  return code
}

/** How other systems write that there is no mark. */
const NO_MARK = ['', '-', 'n/a', 'none']

/** Parses marks of pupils on the roll; a mark that cannot be is refused with its line. */
export const parseMarks = (bytes: Uint8Array, context: MarksContext): ParsedFile<MarkRow> => {
  const seen = new Map<string, number>()
  return parseFile(bytes, ['date', 'session', 'class', 'pupilId', 'code'], (cells): MarkRow | undefined => {
    if (NO_MARK.includes((cells.text('code') ?? '').toLowerCase())) return undefined
    const date = cells.requiredDate('date')
    const session = cells.oneOf('session', ['AM', 'PM'])
    const pupilId = cells.required('pupilId')
    const entry = context.pupils.get(pupilId)
    const classId = classIdOf(cells.required('class'))
    if (entry === undefined && pupilId !== '')
      cells.wrong('pupilId', 'is not on the roll.', 'Import the roll first, or take the row out.')
    if (entry && date !== '' && !onRoll(entry, date))
      cells.wrong(
        'date',
        'is outside the pupil’s time on the roll.',
        'Marks run from the starting day to the leaving day.',
      )
    if (entry && date === context.today && entry.classId !== classId)
      cells.wrong('class', 'is not the pupil’s class.', 'Correct the class, or import the roll again.')
    if (date > context.today) cells.wrong('date', 'has not come yet.', 'Leave out marks of days to come.')
    const code = readMark(cells, date, session)
    if (
      code !== undefined &&
      session !== undefined &&
      date !== '' &&
      !CODES[code].wholeSchool &&
      !context.isOpen(date, session)
    ) {
      cells.wrong('date', 'is not a school day.', 'Correct the date, or the calendar.')
    }
    const misfit = code !== undefined && entry !== undefined && date !== '' ? misfitOf(code, entry, date) : undefined
    if (misfit && !misfit.ok) cells.wrong('code', misfit.refusal.why, misfit.refusal.remedy)
    const minutesLate = cells.wholeNumber('minutesLate')
    const note = cells.text('comment')
    const place = `${date} ${session} ${pupilId}`
    if (seen.has(place))
      cells.wrong(
        'pupilId',
        `has a mark for this session on line ${seen.get(place)} already.`,
        'Keep one row per pupil and session.',
      )
    seen.set(place, cells.line)
    if (code === undefined || session === undefined || entry === undefined) return undefined
    const extras = {
      ...(minutesLate === undefined ? {} : { minutesLate }),
      ...(note === undefined ? {} : { note: note.slice(0, 200) }),
    }
    return { date, session, classId, pupil: entry.key, mark: { code, source: 'import', ...extras } }
  })
}
