/**
 * Attendance by two groupings together, for the school's staff: whole, or as outsiders may read it. Governors have it in their report alone:
 * whoever may ask for any span can subtract one from another.
 */
import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, refusalAnswer } from '../../../shared/api/call.ts'
import { readDate, readWord } from '../../../shared/api/query.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { GROUPINGS } from '../../../shared/domain/counting/groups.ts'
import type { Pair } from '../../../shared/domain/figures/two-way.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { type Call, type Route, route } from '../call.ts'
import { readCountedTo } from '../counted-to.ts'
import { attendanceByTwo } from '../use-cases/attendance-by-two.ts'

const readPair = (call: Call): Result<Pair> => {
  const rows = readWord(call, 'rows', GROUPINGS)
  if (!rows.ok) return rows
  const columns = readWord(call, 'columns', GROUPINGS)
  if (!columns.ok) return columns
  if (rows.value === columns.value)
    return refused(
      'one-grouping',
      'Rows and columns are the same grouping.',
      'Name two: ?rows=fsm&columns=sex.',
      'columns',
    )
  return ok({ rows: rows.value, columns: columns.value })
}

const byTwo = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const pair = readPair(call)
  if (!pair.ok) return refusalAnswer(pair.refusal)
  const until = readCountedTo(call, 'until')
  if (!until.ok) return refusalAnswer(until.refusal)
  const from = readDate(call, 'from', schoolYearOf(until.value))
  if (!from.ok) return refusalAnswer(from.refusal)
  const reader = readWord(call, 'for', ['staff', 'governors'])
  if (!reader.ok) return refusalAnswer(reader.refusal)
  const hideBelow = reader.value === 'staff' ? 0 : call.policy.reports.hideBelow
  return answer(200, await attendanceByTwo(call, pair.value, { from: from.value, until: until.value }, hideBelow))
})

export const twoWayRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/attendance/by-two': byTwo,
}
