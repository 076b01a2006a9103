import { RehearsalBody } from '../../../events/api/rehearsals.ts'
import { pathId } from '../../../events/values.ts'
import { answer, type LetsIn, type Role } from '../../../shared/api/call.ts'
import { problem } from '../../../shared/platform/http.ts'
import { type Route, route } from '../call.ts'
import { beginRehearsal, findRehearsal } from '../use-cases/rehearse-draft.ts'

/** Who thinks of another policy. The Trust's operator sees counts and nobody's child. */
const ASKERS: readonly Role[] = ['lead', 'head']
const isOperator: LetsIn = ({ groups }) => groups.includes('trust.operator')

const AGAIN_SECONDS = '15'

const begin = route(
  { roles: ASKERS, outsiders: isOperator, path: { academy: pathId }, body: RehearsalBody },
  async (call, _at, body) => {
    const begun = await beginRehearsal(call, body)
    if ('problems' in begun)
      return problem({
        status: 422,
        code: 'draft-refused',
        title: 'The draft is not in order, and is not rehearsed.',
        remedy: 'Correct what is listed under errors.',
        errors: begun.problems.map(({ field, what, remedy }) => ({ field, rule: what, remedy })),
      })
    const at = `/academies/${call.academy}/rehearsals/${begun.rehearsal}`
    return answer(202, { rehearsal: begun.rehearsal, state: 'waiting', at }, { location: at })
  },
)

const find = route(
  { roles: ASKERS, outsiders: isOperator, path: { academy: pathId, rehearsal: pathId } },
  async (call, { rehearsal }) => {
    const seesPeople = call.roles.some((role) => ASKERS.includes(role))
    const found = await findRehearsal(call, rehearsal, { seesPeople })
    if (found === undefined)
      return problem({
        status: 404,
        code: 'not-found',
        title: 'There is no such rehearsal.',
        remedy: 'Ask for one; answers go after a month.',
      })
    const isOver = found.state === 'done' || found.state === 'refused'
    return answer(isOver ? 200 : 202, { rehearsal, ...found }, isOver ? {} : { 'retry-after': AGAIN_SECONDS })
  },
)

export const rehearsalRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/rehearsals': begin,
  'GET /academies/{academy}/rehearsals/{rehearsal}': find,
}
