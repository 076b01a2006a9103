import { CoverBody } from '../../../events/api/cover.ts'
import { BecauseBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { answer, LEADS, resultAnswer } from '../../../shared/api/call.ts'
import { type Route, route } from '../call.ts'
import { endCover, nameCover, showCovers } from '../use-cases/name-cover.ts'

const list = route({ roles: LEADS, path: { academy: pathId } }, async (call) => answer(200, await showCovers(call)))

const name = route({ roles: LEADS, path: { academy: pathId }, body: CoverBody }, async (call, _at, body) =>
  resultAnswer(await nameCover(call, body), 201, ({ id }) => ({ id })),
)

const end = route(
  { roles: LEADS, path: { academy: pathId, cover: pathId }, body: BecauseBody },
  async (call, at, { because }) => resultAnswer(await endCover(call, at.cover, because), 200),
)

export const coverRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/cover': list,
  'POST /academies/{academy}/cover': name,
  'DELETE /academies/{academy}/cover/{cover}': end,
}
