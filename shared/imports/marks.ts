/** `marks.csv`: what the school's own system says of each pupil's sessions. */
import { readCode, type Session } from '../domain/codes.ts'
import { misfitOf } from '../domain/mark-check.ts'
import { onRoll, type RollEntry } from '../domain/people.ts'
import type { Mark } from '../domain/register.ts'
import type { Cells } from './cells.ts'
import { classIdOf } from './class-id.ts'
import { readCodeOf } from './mark-code.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import type { SchoolFile } from './school-file.ts'

export interface MarkRow {
  /** Where it stands in the file. */
  readonly line: number
  readonly date: string
  readonly session: Session
  readonly classId: string
  /** The pupil's key. */
  readonly pupil: string
  readonly mark: Mark
}

export interface MarksContext {
  readonly today: string
  /** Roll entries by pupil id, with the class of each. */
  readonly pupils: ReadonlyMap<string, RollEntry & { readonly classId: string }>
  /** The session is school, or was when the class's register was taken. */
  isOpen(date: string, session: Session, classId: string): boolean
}

/** How other systems write that there is no mark. */
const NO_MARK = ['', '-', 'n/a', 'none']
export const isNoMark = (code: string): boolean => NO_MARK.includes(code.trim().toLowerCase())
const MOST_NOTE = 200

/** Lateness belongs to a late mark; other systems write 0 beside every mark. The nature of a provision or a cause comes as a comment. */
const extrasOf = (cells: Cells, mark: Pick<Mark, 'code' | 'note'>): Pick<Mark, 'minutesLate' | 'note'> => {
  const late = cells.wholeNumber('minutesLate')
  const comment = [...(cells.text('comment', 10_000) ?? '')].slice(0, MOST_NOTE).join('')
  const note = comment || mark.note
  return {
    ...(late !== undefined && (mark.code === 'L' || mark.code === 'U') ? { minutesLate: late } : {}),
    ...(note === undefined ? {} : { note }),
  }
}

const checkPlace = (
  cells: Cells,
  entry: (RollEntry & { readonly classId: string }) | undefined,
  place: { readonly date: string; readonly classId: string },
  today: string,
): void => {
  const { date, classId } = place
  if (entry === undefined) {
    if (cells.text('pupilId') !== undefined)
      cells.wrong('pupilId', 'is not on the roll.', 'Import the roll first, or take the row out.')
  } else if (date !== '' && !onRoll(entry, date)) {
    const remedy = 'Marks run from the starting day to the leaving day.'
    cells.wrong('date', 'is outside the pupil’s time on the roll.', remedy)
  } else if (date === today && entry.classId !== classId) {
    cells.wrong('class', 'is not the pupil’s class.', 'Correct the class, or import the roll again.')
  }
  if (date > today) cells.wrong('date', 'has not come yet.', 'Leave out marks of days to come.')
}

/** A place is kept for a child who has not started here: other systems write Z for every session until then, which says nothing. */
const isProspective = (cells: Cells, entry: RollEntry | undefined, date: string): boolean =>
  readCode(cells.text('code') ?? '') === 'Z' && (entry === undefined || date < entry.admitted)

/**
 * Parses marks of pupils on the roll; a mark that cannot be is refused with its line. On earlier dates a pupil may have been in
 * another class. Rows without a mark, and `#` or `Y4` where the school is closed anyway, say nothing.
 */
export const parseMarks = (given: SchoolFile, context: MarksContext): ParsedFile<MarkRow> => {
  const seen = new Map<string, number>()
  return parseFile('marks', given, (cells): MarkRow | undefined => {
    if (isNoMark(cells.text('code') ?? '')) return undefined
    const date = cells.requiredDate('date')
    const session = cells.oneOf('session', ['AM', 'PM'])
    const pupilId = cells.required('pupilId')
    const classId = classIdOf(cells.required('class'))
    const entry = context.pupils.get(pupilId)
    if (isProspective(cells, entry, date)) return undefined
    checkPlace(cells, entry, { date, classId }, context.today)
    const place = `${date} ${session} ${pupilId}`
    const before = seen.get(place)
    if (before !== undefined && date !== '' && session !== undefined)
      cells.wrong(
        'pupilId',
        `has a mark for this session on line ${before} already.`,
        'Keep one row per pupil and session.',
      )
    seen.set(place, cells.line)
    if (session === undefined || date === '') return undefined
    const mark = readCodeOf(cells, {
      date,
      session,
      today: context.today,
      isOpen: context.isOpen(date, session, classId),
    })
    if (mark === undefined || entry === undefined) return undefined
    const misfit = misfitOf(mark.code, entry, date)
    if (misfit && !misfit.ok) cells.wrong('code', misfit.refusal.why, misfit.refusal.remedy)
    return {
      line: cells.line,
      date,
      session,
      classId,
      pupil: entry.key,
      mark: { code: mark.code, source: 'import', ...extrasOf(cells, mark) },
    }
  })
}
