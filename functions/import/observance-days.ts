/** R that a file gives on more days running than a festival has: the rest are days of travel. */

import type { Calendar } from '../../shared/domain/calendar.ts'
import { CODES } from '../../shared/domain/codes.ts'
import { daysAround, daysRunning } from '../../shared/domain/observance.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Stores } from '../../shared/ports/stores.ts'

/**
 * Each pupil and run is named once, by the first line of the file that is in it. The school's own system rules its register, and a file that
 * were refused for it would leave everybody unmarked: the marks stand, and the report asks for the right code.
 */
export const observanceWarnings = async (
  stores: Pick<Stores, 'registersOf'>,
  academy: string,
  rows: readonly MarkRow[],
  calendar: Calendar,
  most: number,
): Promise<readonly FileProblem[]> => {
  const given = rows.filter(({ mark }) => mark.code === 'R')
  const warnings: FileProblem[] = []
  for (const [pupil, ofPupil] of Map.groupBy(given, (row) => row.pupil)) {
    const dates = new Set(ofPupil.map(({ date }) => date))
    const around = [...new Set([...dates].flatMap((date) => daysAround(calendar, date, most)))]
    const classes = [...new Set(ofPupil.map(({ classId }) => classId))]
    const said = new Map(rows.filter((row) => row.pupil === pupil).map((row) => [row.date, row.mark.code]))
    for (const { date, marks } of await stores.registersOf(academy, classes, around))
      if (marks[pupil]?.code === 'R' && !said.has(date)) dates.add(date)
    const over = ofPupil.find(({ date }) => daysRunning(calendar, date, (day) => dates.has(day)) > most)
    if (over)
      warnings.push({
        line: over.line,
        column: 'code',
        what: `R stands on more than ${most === 1 ? 'one day' : `${most} days`} running. ${CODES.R.meaning} is for the days set apart alone.`,
        remedy:
          'Correct the days of travel in the school’s own system: C where the Head has granted leave, otherwise G or O.',
      })
  }
  return warnings
}
