/**
 * Counts a file of marks again by tables and sums of its own, so that whoever believes the counting need not believe the code that did it.
 * Nothing of `shared/domain/counting` may be used here.
 * Source: SI 2024/208 regulation 10, Tables 1 to 3; DfE, pupil absence statistics: methodology.
 */
import { parse } from 'csv-parse/sync'

export interface Recounted {
  possible: number
  attended: number
  authorised: number
  unauthorised: number
  late: number
  partTime: number
}

const ATTENDED = ['/', '\\', 'L', 'B', 'K', 'P', 'V', 'W']
const AUTHORISED = ['C', 'C1', 'C2', 'E', 'I', 'J1', 'M', 'R', 'S', 'T']
const UNAUTHORISED = ['G', 'N', 'O', 'U']
const NOT_COUNTED = ['D', 'X', 'Z', '#', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', '', '-']

const none = (): Recounted => ({ possible: 0, attended: 0, authorised: 0, unauthorised: 0, late: 0, partTime: 0 })

/** By pupil. Throws on a code that stands in none of the tables. */
export const recount = (marks: string): Readonly<Record<string, Recounted>> => {
  const rows: readonly Readonly<Record<string, string>>[] = parse(marks, { columns: true, bom: true })
  const counts: Record<string, Recounted> = {}
  for (const { pupilId = '', code = '' } of rows) {
    const count = counts[pupilId] ?? none()
    counts[pupilId] = count
    if (NOT_COUNTED.includes(code)) continue
    if (ATTENDED.includes(code)) count.attended++
    else if (AUTHORISED.includes(code)) count.authorised++
    else if (UNAUTHORISED.includes(code)) count.unauthorised++
    else throw new Error(`The marks have ${code}, which stands in none of the tables of the law.`)
    count.possible++
    if (code === 'L' || code === 'U') count.late++
    if (code === 'C2') count.partTime++
  }
  return counts
}

/** Of a tenth or more missed, and of a half or more, in whole numbers: persistently and severely absent. */
export const linesOf = (counts: Readonly<Record<string, Recounted>>): { persistent: number; severe: number } => {
  const all = Object.values(counts).filter(({ possible }) => possible > 0)
  return {
    persistent: all.filter(({ possible, attended }) => (possible - attended) * 10 >= possible).length,
    severe: all.filter(({ possible, attended }) => (possible - attended) * 2 >= possible).length,
  }
}
