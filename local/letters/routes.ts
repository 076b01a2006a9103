/** Letters on one machine: what was posted or waits, ordering one by hand as the stages would, and bringing one back undelivered. */
import * as z from 'zod'
import { LETTER_KINDS } from '../../academies/letters.ts'
import { academyId, localDate, localTime, pathId, session } from '../../events/values.ts'
import { randomIds } from '../../shared/adapters/system/ids.ts'
import { ALL_CODES } from '../../shared/domain/codes.ts'
import { addDays, localDate as dateOf } from '../../shared/domain/time.ts'
import { planLetters } from '../../shared/follow-up/letters/plan-letters.ts'
import { jsonAnswer, problemAnswer } from '../http.ts'
import { type LocalRoute, withBody } from '../local-route.ts'
import { shownLetters } from './shown.ts'

const count = z.int().min(0)
const ids = randomIds()

const OrderRequest = z.strictObject({
  academy: academyId,
  pupil: pathId,
  kind: z.enum(LETTER_KINDS),
  cycle: pathId,
  figures: z.strictObject({
    from: localDate,
    until: localDate,
    possible: count,
    attended: count,
    authorised: count,
    unauthorised: count,
  }),
  missed: z.array(z.strictObject({ date: localDate, session, code: z.enum(ALL_CODES) })),
  meeting: z.strictObject({ date: localDate, time: localTime, place: z.string().min(1) }).exactOptional(),
  leave: z.strictObject({ from: localDate, until: localDate }).exactOptional(),
  improve: z
    .strictObject({ from: localDate, until: localDate, mostUnauthorised: count, support: z.array(z.string()) })
    .exactOptional(),
  term: z.string().min(1).exactOptional(),
})

const YEAR = 366

export const localLetterRoutes: Readonly<Record<string, LocalRoute>> = {
  'GET /local/letters': async ({ query }, stack) => {
    await stack.turning.quiet()
    const until = dateOf(stack.clock.now(), stack.zone)
    const asked = query.get('academy')
    const academies = asked === null ? await stack.stores.policies.academies() : [asked]
    return jsonAnswer(await shownLetters(stack, { from: addDays(until, -YEAR), until }, academies))
  },
  'POST /local/letters': withBody(OrderRequest, async ({ academy, ...order }, _asked, stack) => {
    const pupil = await stack.stores.roll.keyOf(academy, order.pupil)
    if (pupil === undefined)
      return problemAnswer(404, 'not-found', 'There is no such pupil', 'Use the pupilId of roll.csv.')
    const { work, files } = stack.letters
    const ports = {
      stores: stack.stores,
      letters: files,
      work,
      now: () => stack.clock.now(),
      freshToken: () => ids.fresh(),
    }
    const planned = await planLetters(academy, { ...order, pupil }, ports)
    await stack.turning.quiet()
    return planned.ok
      ? jsonAnswer(planned.value, 201)
      : problemAnswer(422, planned.refusal.code, planned.refusal.why, planned.refusal.remedy)
  }),
  'POST /local/letters/{id}/returned': async ({ parts }, stack) => {
    const back = stack.postal.returned(parts.id ?? '')
    if (back === undefined)
      return problemAnswer(404, 'not-found', 'The post has no such letter', 'Use the "post" of GET /local/letters.')
    await stack.turning.quiet()
    return jsonAnswer({ id: back.id, state: back.state })
  },
}
