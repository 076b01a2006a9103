/** Extracts of the whole Trust: the one guard of `shared/api` lets nobody in but the Trust's own people. */
import { TrustCollectBody } from '../../../events/api/extracts.ts'
import { pathId } from '../../../events/values.ts'
import { answer, refusalAnswer } from '../../../shared/api/call.ts'
import { handed } from '../../../shared/api/handed.ts'
import { extractState, isSuperseded } from '../../../shared/domain/extracts/stored.ts'
import type { TrustWide } from '../../../shared/domain/extracts/trust-wide.ts'
import { type Call, type Route, trustRoute } from '../call.ts'
import { findExtracts } from '../use-cases/find-extracts.ts'
import { collectTrustWide } from '../use-cases/trust/collect-trust.ts'
import { callsOf, findOneTrustWide, findTrustWide } from '../use-cases/trust/find-trust.ts'

const GROUPS = ['trust.operator', 'trust.attendance'] as const

const shownFor =
  (calls: readonly Call[]) =>
  ({ id, kind, period, parts, leftOut }: TrustWide) => {
    const named = (academy: string) => ({
      id: academy,
      name: calls.find((each) => each.academy === academy)?.policy.name ?? academy,
    })
    return {
      id,
      kind: kind.id,
      says: kind.says,
      schemaVersion: kind.version,
      period,
      rows: parts.reduce((sum, { extract }) => sum + extract.rows, 0),
      academies: parts.map(({ academy, extract }) => ({
        academy: named(academy),
        extract: extract.id,
        number: extract.number,
        rows: extract.rows,
        sha256: extract.sha256,
        generatedAt: extract.generatedAt,
        state: extractState(extract),
      })),
      leftOut: leftOut.map(({ academy, because }) => ({ academy: named(academy), because })),
    }
  }

const list = trustRoute({ groups: GROUPS }, async (asked) => {
  const calls = await callsOf(asked)
  return answer(200, { extracts: (await findTrustWide(calls)).map(shownFor(calls)) })
})

const collect = trustRoute(
  { groups: GROUPS, path: { extract: pathId }, body: TrustCollectBody },
  async (asked, at, { hand, ...wanted }) => {
    const calls = await callsOf(asked)
    const found = await findOneTrustWide(calls, at.extract)
    if (!found.ok) return refusalAnswer(found.refusal)
    const collected = await collectTrustWide(asked, calls, found.value, wanted)
    return collected.ok ? handed(collected.value, hand) : refusalAnswer(collected.refusal)
  },
)

/** Whoever collects nowhere is told of no academy. */
const academies = trustRoute({ groups: 'outside' }, async (asked) => {
  const shown = (await callsOf(asked)).map(async (call) => {
    const all = await findExtracts(call)
    const waiting = all.filter((each) => extractState(each) === 'waiting' && !isSuperseded(all, each))
    return { academy: { id: call.academy, name: call.policy.name }, waiting: waiting.length }
  })
  return answer(200, { academies: await Promise.all(shown) })
})

export const trustRoutes: Readonly<Record<string, Route>> = {
  'GET /trust/academies': academies,
  'GET /trust/extracts': list,
  'POST /trust/extracts/{extract}/collect': collect,
}
