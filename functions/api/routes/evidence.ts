import { pathId } from '../../../events/values.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { Role } from '../call.ts'
import { answer, type Call, type Route, refusalAnswer, route } from '../call.ts'
import { MOST_DAYS, readDate, TOO_LONG } from '../query.ts'
import { askForBundle, handOverBundle } from '../use-cases/evidence/evidence-bundle.ts'
import { findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'

/** Who may ask for everything there is about a child. */
const ASKERS: readonly Role[] = ['lead', 'head']

const readPeriod = (call: Call) => {
  const until = readDate(call, 'until', call.date)
  if (!until.ok) return until
  const from = readDate(call, 'from', schoolYearOf(until.value))
  if (!from.ok) return from
  if (from.value < addDays(until.value, -MOST_DAYS) || from.value > until.value)
    return { ok: false, refusal: TOO_LONG } as const
  return { ok: true, value: { from: from.value, until: until.value } } as const
}

/**
 * Asked for with dates it is made, 202 with the address at which it will be; at that address it is 202 until it is there, then 303 to a link
 * that holds for a minute. A bundle is of the moment in which it was asked for: who asks anew gets a new one.
 */
const evidence = route({ roles: ASKERS, path: { academy: pathId, pupil: pathId } }, async (call, at) => {
  const period = readPeriod(call)
  if (!period.ok) return refusalAnswer(period.refusal)
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const given = pathId.safeParse(call.request.query.bundle)
  const bundle = given.success ? given.data : await askForBundle(call, found.value.key, period.value)
  const query = new URLSearchParams({ ...period.value, bundle })
  const location = `/academies/${call.academy}/pupils/${at.pupil}/evidence?${query}`
  const waiting = () => answer(202, { bundle, state: 'waiting', at: location }, { location, 'retry-after': '5' })
  if (!given.success) return waiting()
  const address = await handOverBundle(call, found.value, period.value, bundle)
  if (address === undefined) return waiting()
  return call.request.query.as === 'link' ? answer(200, { address }) : answer(303, undefined, { location: address })
})

export const evidenceRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/pupils/{pupil}/evidence': evidence,
}
