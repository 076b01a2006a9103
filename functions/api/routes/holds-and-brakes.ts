import { BecauseBody, HoldBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { familyOf } from '../../../shared/api/family-of.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, LEADS, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { readPupils } from '../show.ts'
import { findPupil } from '../use-cases/pupils/find-pupil.ts'

const pupilPath = { academy: pathId, pupil: pathId }

const place = route({ roles: LEADS, path: pupilPath, body: HoldBody }, async (call, at, body) => {
  const found = await findPupil(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  if (body.review <= call.date)
    return refusalAnswer({
      code: 'review-date',
      why: 'The review date is not ahead.',
      remedy: 'Give a later date.',
      at: 'review',
    })
  const held = body.family ? await familyOf(call, found.value) : [found.value.key]
  for (const pupil of held) {
    const hold = { pupil, because: body.because, by: call.caller.sub, at: call.now, review: body.review }
    const detail = { review: body.review, ...(pupil === found.value.key ? {} : { family: true }) }
    await call.stores.putHold(call.academy, hold, call.act('hold-placed', { pupils: [pupil], detail, look: true }))
  }
  const { ids } = await readPupils(call, held)
  return answer(201, { pupil: at.pupil, review: body.review, held: ids(held) })
})

const end = route({ roles: LEADS, path: pupilPath }, async (call, at) => {
  const found = await findPupil(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const { key } = found.value
  const ended = await call.stores.endHold(call.academy, key, call.act('hold-ended', { pupils: [key], look: true }))
  return ended === 'ended'
    ? answer(204)
    : problem({ status: 404, code: 'not-found', title: 'The pupil is not on hold.', remedy: 'Nothing needs doing.' })
})

/** With the contact's word, the office lets texts go to them again. */
const allowTexts = route({ roles: OFFICE, path: { academy: pathId, contact: pathId } }, async (call, at) => {
  const act = call.act('texts-allowed', { detail: { contact: at.contact } })
  const ended = await call.stores.endStop(call.academy, at.contact, act)
  return ended === 'ended'
    ? answer(204)
    : problem({
        status: 404,
        code: 'not-found',
        title: 'This contact has not stopped our texts.',
        remedy: 'Nothing needs doing.',
      })
})

const settle = (state: 'released' | 'refused'): Route =>
  route(
    { roles: ['lead', 'head'], path: { academy: pathId, brake: pathId }, body: BecauseBody },
    async (call, at, body) => {
      const brake = (await call.stores.day(call.academy, call.date)).brakes.find((each) => each.id === at.brake)
      if (!brake)
        return problem({
          status: 404,
          code: 'not-found',
          title: 'There is no such brake today.',
          remedy: 'Look at the list again.',
        })
      const settled = { ...brake, settled: { by: call.caller.sub, at: call.now, because: body.because } }
      const act = call.act(`brake-${state}`, { detail: { brake: brake.id, because: body.because }, look: true })
      const done = await call.stores.settleBrake(call.academy, call.date, settled, state, act)
      return done === 'settled'
        ? answer(200, { id: brake.id, state })
        : problem({
            status: 409,
            code: 'already',
            title: 'The batch was settled already.',
            remedy: 'Look at the list again.',
          })
    },
  )

export const holdAndBrakeRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/pupils/{pupil}/hold': place,
  'DELETE /academies/{academy}/pupils/{pupil}/hold': end,
  'DELETE /academies/{academy}/contacts/{contact}/stop': allowTexts,
  'POST /academies/{academy}/brakes/{brake}/release': settle('released'),
  'POST /academies/{academy}/brakes/{brake}/refuse': settle('refused'),
}
