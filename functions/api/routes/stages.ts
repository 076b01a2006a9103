import { StageBody } from '../../../events/api/stages.ts'
import { pathId } from '../../../events/values.ts'
import { answer, type Route, refusalAnswer, route } from '../call.ts'
import { settleStage } from '../use-cases/letters/settle-stage.ts'
import { findPupil } from '../use-cases/pupils/find-pupil.ts'
import { classesOf } from '../use-cases/pupils/pupil-attendance.ts'
import { pupilStage } from '../use-cases/pupils/pupil-stage.ts'

const decide = route(
  { roles: ['lead', 'head'], path: { academy: pathId, pupil: pathId }, body: StageBody },
  async (call, at, body) => {
    const pupil = await findPupil(call.stores, call.academy, at.pupil)
    if (!pupil.ok) return refusalAnswer(pupil.refusal)
    const settled = await settleStage(call, pupil.value, body)
    if (!settled.ok) return refusalAnswer(settled.refusal)
    const classIds = await classesOf(call, pupil.value, { from: call.date, until: call.date })
    return answer(200, await pupilStage(call, pupil.value, call.date, classIds))
  },
)

export const stageRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/pupils/{pupil}/stage': decide,
}
