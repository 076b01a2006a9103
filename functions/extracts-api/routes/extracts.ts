import { CollectBody, ExtractAnswerBody, PackBody } from '../../../events/api/extracts.ts'
import { pathId } from '../../../events/values.ts'
import { answer, LEADS, type LetsIn, refusalAnswer, resultAnswer } from '../../../shared/api/call.ts'
import { handed } from '../../../shared/api/handed.ts'
import { collectsFor } from '../../../shared/domain/extracts/may-collect.ts'
import { extractKind } from '../../../shared/domain/extracts/registry.ts'
import { extractState, isSuperseded, type StoredExtract } from '../../../shared/domain/extracts/stored.ts'
import type { Route } from '../call.ts'
import { route } from '../call.ts'
import { answerExtract } from '../use-cases/answer-extract.ts'
import { collectExtract } from '../use-cases/collect-extract.ts'
import { collectPack } from '../use-cases/collect-pack.ts'
import { findExtract, findExtracts } from '../use-cases/find-extracts.ts'

/** Officers whose group collects for a recipient of the academy's policy. */
const officers: LetsIn = ({ groups }, policy) => collectsFor(groups, policy).length > 0

const shown = (extract: StoredExtract, all: readonly StoredExtract[]) => {
  const { version: _version, extract: kind, ...rest } = extract
  return {
    ...rest,
    kind,
    says: extractKind(kind)?.says ?? null,
    state: extractState(extract),
    superseded: isSuperseded(all, extract),
  }
}

const list = route({ roles: LEADS, outsiders: officers, path: { academy: pathId } }, async (call) => {
  const all = await findExtracts(call)
  const { recipient, state } = call.request.query
  const asked = all
    .map((extract) => shown(extract, all))
    .filter((each) => recipient === undefined || each.recipient === recipient)
    .filter((each) => state === undefined || each.state === state)
  return answer(200, { academy: call.academy, name: call.policy.name, extracts: asked.toReversed() })
})

const order = route({ roles: LEADS, path: { academy: pathId } }, async (call) => {
  await call.world.queue(call.env.EXTRACTS_QUEUE_URL).send([{ academy: call.academy, anew: true }])
  return answer(202, { state: 'waiting', at: `/academies/${call.academy}/extracts` })
})

const EXTRACT = { academy: pathId, extract: pathId }

const collect = route(
  { roles: LEADS, outsiders: officers, path: EXTRACT, body: CollectBody },
  async (call, at, { part, hand }) => {
    const found = await findExtract(call, at.extract)
    if (!found.ok) return refusalAnswer(found.refusal)
    const collected = await collectExtract(call, found.value, part)
    return collected.ok ? handed(collected.value, hand) : refusalAnswer(collected.refusal)
  },
)

const pack = route(
  { roles: LEADS, outsiders: officers, path: { ...EXTRACT, reference: pathId }, body: PackBody },
  async (call, at, { hand }) => {
    const found = await findExtract(call, at.extract)
    if (!found.ok) return refusalAnswer(found.refusal)
    const collected = await collectPack(call, found.value, at.reference)
    return collected.ok ? handed(collected.value, hand) : refusalAnswer(collected.refusal)
  },
)

const respond = route(
  { roles: LEADS, outsiders: officers, path: EXTRACT, body: ExtractAnswerBody },
  async (call, at, said) => {
    const found = await findExtract(call, at.extract)
    if (!found.ok) return refusalAnswer(found.refusal)
    return resultAnswer(await answerExtract(call, found.value, said), 200, (extract) => shown(extract, [extract]))
  },
)

export const extractRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/extracts': list,
  'POST /academies/{academy}/extracts': order,
  'POST /academies/{academy}/extracts/{extract}/collect': collect,
  'POST /academies/{academy}/extracts/{extract}/packs/{reference}': pack,
  'POST /academies/{academy}/extracts/{extract}/answer': respond,
}
