/** Letters as a list asks for them: those on their way, those at rest with a date in a span, or both. */
import type { Letter } from '../../../../shared/domain/letters/stored.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { MOST_DAYS, readDate, readWord, TOO_LONG } from '../../query.ts'

/** Without a `from`, letters of the last days. */
const DAYS_BACK = 30

/** `?state=open|resting|all&from=&until=`. */
export const findLetters = async (call: Call): Promise<Result<readonly Letter[]>> => {
  const state = readWord(call, 'state', ['open', 'resting', 'all'])
  if (!state.ok) return state
  const open = state.value === 'resting' ? [] : await call.stores.openLetters(call.academy)
  if (state.value === 'open') return ok(open)
  const until = readDate(call, 'until', call.date)
  if (!until.ok) return until
  const from = readDate(call, 'from', addDays(until.value, -DAYS_BACK))
  if (!from.ok) return from
  if (from.value < addDays(until.value, -MOST_DAYS)) return { ok: false, refusal: TOO_LONG }
  const resting = await call.stores.restingLetters(call.academy, from.value, until.value)
  return ok([...open.filter((each) => !resting.some((other) => other.id === each.id)), ...resting])
}

/** A letter of this academy by its id. */
export const findLetter = async (call: Call, id: string): Promise<Result<Letter>> => {
  const letter = await call.stores.letter(call.academy, id)
  return letter === undefined
    ? refused('not-found', 'There is no such letter.', 'Look at the list of letters again.')
    : ok(letter)
}
