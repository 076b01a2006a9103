/** Cases as a list asks for them: the open ones, those that closed between two dates, or both. */
import type { Case } from '../../../../shared/domain/case.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { MOST_DAYS, readDate, readWord, TOO_LONG } from '../../query.ts'

/** Without a `from`, those that closed in the last days. */
const DAYS_BACK = 30
const AT_ONCE = 25

const closedBetween = async (call: Call, from: string, until: string): Promise<readonly Case[]> => {
  const closed: Case[] = []
  for (let first = from; first <= until; first = addDays(first, AT_ONCE)) {
    const dates = Array.from({ length: AT_ONCE }, (_, index) => addDays(first, index)).filter((date) => date <= until)
    const ofDates = await Promise.all(dates.map((date) => call.stores.casesClosedOn(call.academy, date)))
    closed.push(...ofDates.flat())
  }
  return closed
}

/** `?state=open|closed|all&from=&until=`. A case that closed by mistake and was opened again is open. */
export const findCases = async (call: Call): Promise<Result<readonly Case[]>> => {
  const state = readWord(call, 'state', ['open', 'closed', 'all'])
  if (!state.ok) return state
  const open = state.value === 'closed' ? [] : (await call.stores.open(call.academy)).cases
  if (state.value === 'open') return ok(open)
  const until = readDate(call, 'until', call.date)
  if (!until.ok) return until
  const from = readDate(call, 'from', addDays(until.value, -DAYS_BACK))
  if (!from.ok) return from
  if (from.value < addDays(until.value, -MOST_DAYS)) return { ok: false, refusal: TOO_LONG }
  const closed = await closedBetween(call, from.value, until.value)
  return ok([...open.filter((each) => !closed.some((other) => other.caseId === each.caseId)), ...closed])
}
