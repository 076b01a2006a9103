import { LeaveDecisionBody, LeaveRequestBody } from '../../../events/api/attend.ts'
import { BecauseBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import type { LeaveRequest } from '../../../shared/domain/attend/leave.ts'
import { answer, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { askLeave } from '../use-cases/leave/ask-leave.ts'
import { decideLeave, endLeave } from '../use-cases/leave/decide-leave.ts'
import { findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'

const ofPupil = { academy: pathId, pupil: pathId }
const ofRequest = { ...ofPupil, request: pathId }

const shown = (request: LeaveRequest, pupilId: string) => ({ ...request, pupil: pupilId })

const list = route({ roles: OFFICE, path: ofPupil }, async (call, at) => {
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const requests = await call.stores.leaveRequestsOf(call.academy, found.value.key)
  const newestFirst = requests.toSorted((one, other) => other.asked.at.localeCompare(one.asked.at))
  return answer(200, { requests: newestFirst.map((request) => shown(request, at.pupil)) })
})

const ask = route({ roles: OFFICE, path: ofPupil, body: LeaveRequestBody }, async (call, at, body) =>
  resultAnswer(await askLeave(call, at.pupil, body), 201, (request) => shown(request, at.pupil)),
)

const decide = route({ roles: ['lead', 'head'], path: ofRequest, body: LeaveDecisionBody }, async (call, at, body) =>
  resultAnswer(await decideLeave(call, at.pupil, at.request, body), 200, ({ request, told, untold }) => ({
    ...shown(request, at.pupil),
    ...(told ? { told } : {}),
    ...(untold ? { untold } : {}),
  })),
)

const withdraw = route({ roles: OFFICE, path: ofRequest, body: BecauseBody }, async (call, at, { because }) =>
  resultAnswer(await endLeave(call, at.pupil, at.request, because), 200, (request) => shown(request, at.pupil)),
)

export const leaveRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/pupils/{pupil}/leave-requests': list,
  'POST /academies/{academy}/pupils/{pupil}/leave-requests': ask,
  'POST /academies/{academy}/pupils/{pupil}/leave-requests/{request}/decision': decide,
  'POST /academies/{academy}/pupils/{pupil}/leave-requests/{request}/withdraw': withdraw,
}
