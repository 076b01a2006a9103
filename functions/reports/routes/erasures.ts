import { ErasureBody } from '../../../events/api/erasures.ts'
import { pathId } from '../../../events/values.ts'
import { answer, LEADS, refusalAnswer } from '../../../shared/api/call.ts'
import { type Route, route } from '../call.ts'
import { decideErasure } from '../use-cases/decide-erasure.ts'

const decide = route(
  { roles: LEADS, path: { academy: pathId, task: pathId }, body: ErasureBody },
  async (call, at, body) => {
    const decided = await decideErasure(call, at.task, body)
    return decided.ok ? answer(200, decided.value) : refusalAnswer(decided.refusal)
  },
)

export const erasureRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/erasures/{task}': decide,
}
