/** Marks whose code asks for a note that the file does not have. */
import { CODES } from '../../shared/domain/codes.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import type { FileProblem } from '../../shared/imports/table.ts'

/** A morning's file is not held up by a missing note: the report says how many marks still want one. */
export const marksWithoutNote = (rows: readonly MarkRow[]): readonly FileProblem[] => {
  const count = rows.filter(({ mark }) => CODES[mark.code].needsNote !== undefined && mark.note === undefined).length
  const what = `${count} ${count === 1 ? 'mark' : 'marks'} of K, B or Y7 without the nature of the provision, activity or cause.`
  const remedy = 'Write it beside the mark in the school’s own system, and export it as comment.'
  return count === 0 ? [] : [{ line: 0, column: 'comment', what, remedy }]
}
