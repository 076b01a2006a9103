/** The last date that a report or a pattern counts: yesterday unless another is asked for. */
import { readDate } from '../../shared/api/query.ts'
import { type Result, refused } from '../../shared/domain/result.ts'
import { addDays, type LocalDate } from '../../shared/domain/time.ts'
import type { Call } from './call.ts'

export const readCountedTo = (call: Call, name = 'date'): Result<LocalDate> => {
  const date = readDate(call, name, addDays(call.date, -1))
  return date.ok && date.value > call.date
    ? refused('future', 'That day is still to come.', 'Give today or a day before.', name)
    : date
}
