import { pathId } from '../../../events/values.ts'
import { penaltyMatterOf, penaltyMatters } from '../../../shared/penalties/load-penalties.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { BOARD, showMatter, standingOf } from '../show-penalties.ts'
import { findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'

export const heldPupils = async (call: Call): Promise<ReadonlySet<string>> =>
  new Set((await call.stores.open(call.academy, false)).holds.map(({ pupil }) => pupil))

/** What a person must do first, then what is only to be known. */
const board = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const [matters, holds] = await Promise.all([penaltyMatters(call.stores, call.academy, call.policy), heldPupils(call)])
  const listed = matters
    .map((matter) => ({ matter, place: `${BOARD.indexOf(standingOf(matter))} ${matter.pupil.pupilId}` }))
    .filter(({ matter }) => standingOf(matter) !== 'quiet')
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
  const { items, next } = pageOf(call, listed, ({ place }) => place, after.value)
  return answer(200, { matters: items.map(({ matter }) => showMatter(call, matter, holds)), next: next ?? null })
})

const ofPupil = route({ roles: OFFICE, path: { academy: pathId, pupil: pathId } }, async (call, at) => {
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const [matter, holds] = await Promise.all([
    penaltyMatterOf(call.stores, call.academy, call.policy, found.value),
    heldPupils(call),
  ])
  return answer(200, showMatter(call, matter, holds))
})

export const penaltyRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/penalty-notices': board,
  'GET /academies/{academy}/pupils/{pupil}/penalty-notices': ofPupil,
}
