import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, refusalAnswer } from '../../../shared/api/call.ts'
import { MOST_DAYS, readDate, readWord, TOO_LONG } from '../../../shared/api/query.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import type { Span } from '../../../shared/domain/counting/window.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { type Call, type Route, route } from '../call.ts'
import { type Otherwise, reconcileFigures } from '../use-cases/reconcile-figures.ts'

const readWindow = (call: Call, names: readonly [string, string], otherwise: Span): Result<Span> => {
  const [first, last] = names
  const until = readDate(call, last, otherwise.until)
  if (!until.ok) return until
  const from = readDate(call, first, otherwise.from)
  if (!from.ok) return from
  if (until.value > call.date)
    return refused('future', 'The span ends after today.', 'Give a last date of today or before.', last)
  if (from.value > until.value)
    return refused('wrong-span', 'The span ends before it begins.', 'Give a first date on or before the last.', first)
  if (from.value < addDays(until.value, -MOST_DAYS)) return { ok: false, refusal: { ...TOO_LONG, at: first } }
  return ok({ from: from.value, until: until.value })
}

const SWITCHES = ['other-from', 'other-until', 'leavers', 'ages', 'c2', 'x', 'y', 'decimals'] as const

/** How another report counts, by the words of its switches; nothing when none was given. */
const readOther = (call: Call, window: Span): Result<Otherwise | undefined> => {
  if (!SWITCHES.some((name) => call.request.query[name] !== undefined)) return ok(undefined)
  const own = readWindow(call, ['other-from', 'other-until'], window)
  if (!own.ok) return own
  const leavers = readWord(call, 'leavers', ['counted', 'left-out'])
  if (!leavers.ok) return leavers
  const ages = readWord(call, 'ages', ['all', '5-15'])
  if (!ages.ok) return ages
  const c2 = readWord(call, 'c2', ['absence', 'left-out'])
  if (!c2.ok) return c2
  const x = readWord(call, 'x', ['left-out', 'absence'])
  if (!x.ok) return x
  const y = readWord(call, 'y', ['left-out', 'absence'])
  if (!y.ok) return y
  const decimals = readWord(call, 'decimals', ['1', '2'])
  if (!decimals.ok) return decimals
  return ok({
    window: own.value,
    leavers: leavers.value,
    ages: ages.value,
    c2: c2.value,
    x: x.value,
    y: y.value,
    decimals: decimals.value === '1' ? 1 : 2,
  })
}

const reconciliation = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const yesterday = addDays(call.date, -1)
  const window = readWindow(call, ['from', 'until'], { from: schoolYearOf(yesterday), until: yesterday })
  if (!window.ok) return refusalAnswer(window.refusal)
  const other = readOther(call, window.value)
  if (!other.ok) return refusalAnswer(other.refusal)
  return answer(200, await reconcileFigures(call, window.value, other.value))
})

export const reconciliationRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/reconciliation': reconciliation,
}
