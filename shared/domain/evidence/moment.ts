/** A moment as people ask for it: an instant with Z, or the school's own clock, with a date or on a register's. */
import { ok, type Result, refused } from '../result.ts'
import { canonicalInstant, type Instant, instantOf, isLocalDate, type LocalDate } from '../time.ts'

const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/
const LOCAL = /^(?:(\d{4}-\d{2}-\d{2})T)?([01]\d|2[0-3]):([0-5]\d)$/

/** `10:30` is on `date`, in `zone`. */
export const readMoment = (text: string, date: LocalDate, zone: string): Result<Instant> => {
  if (UTC.test(text) && !Number.isNaN(Date.parse(text))) return ok(canonicalInstant(text))
  const [, given = date, hour, minute] = LOCAL.exec(text) ?? []
  return hour !== undefined && isLocalDate(given)
    ? ok(instantOf(given, `${hour}:${minute}`, zone))
    : refused('wrong-moment', 'That is no moment.', 'Write 10:30, 2026-03-04T10:30, or 2026-03-04T10:30:00Z.', 'at')
}
