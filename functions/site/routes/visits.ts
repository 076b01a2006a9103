import { OutBody, VisitRiskBody } from '../../../events/api/visits.ts'
import { pathId } from '../../../events/values.ts'
import { answer, LEADS, OFFICE, refusalAnswer, resultAnswer } from '../../../shared/api/call.ts'
import { findPupil } from '../../../shared/api/pupils.ts'
import { type Route, route } from '../call.ts'
import { comeBack, endRisk, goOut, putRisk } from '../use-cases/go-visiting.ts'
import { visitsToMake } from '../use-cases/visits-to-make.ts'

const pupilPath = { academy: pathId, pupil: pathId }

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => answer(200, await visitsToMake(call)))

const out = route({ roles: OFFICE, path: { academy: pathId }, body: OutBody }, async (call, _at, body) =>
  resultAnswer(await goOut(call, body), 201),
)

const back = route({ roles: OFFICE, path: { academy: pathId, task: pathId } }, async (call, at) =>
  resultAnswer(await comeBack(call, at.task), 200),
)

const note = route({ roles: LEADS, path: pupilPath, body: VisitRiskBody }, async (call, at, body) => {
  const found = await findPupil(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  await putRisk(call, found.value, body)
  return answer(201, { pupil: at.pupil, ...body })
})

const unnote = route({ roles: LEADS, path: pupilPath }, async (call, at) => {
  const found = await findPupil(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const ended = await endRisk(call, found.value)
  return ended.ok ? answer(204) : refusalAnswer(ended.refusal)
})

export const visitRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/visits': list,
  'POST /academies/{academy}/visits/out': out,
  'POST /academies/{academy}/visits/out/{task}/back': back,
  'POST /academies/{academy}/pupils/{pupil}/visit-risk': note,
  'DELETE /academies/{academy}/pupils/{pupil}/visit-risk': unnote,
}
