import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, refusalAnswer } from '../../../shared/api/call.ts'
import { type Route, route } from '../call.ts'
import { readCountedTo } from '../counted-to.ts'
import { showPatterns } from '../use-cases/show-patterns.ts'

const patterns = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const until = readCountedTo(call)
  return until.ok ? answer(200, await showPatterns(call, until.value)) : refusalAnswer(until.refusal)
})

export const patternRoutes: Readonly<Record<string, Route>> = { 'GET /academies/{academy}/patterns': patterns }
