import type { PolicyProblem } from '../../../academies/problem.ts'
import { PolicyAgainBody, PolicyDraftBody, PolicyPublishBody } from '../../../events/api/policy.ts'
import { pathId } from '../../../events/values.ts'
import { answer, LEADS, type Role, refusalAnswer, resultAnswer } from '../../../shared/api/call.ts'
import { problem } from '../../../shared/platform/http.ts'
import { type Route, route } from '../call.ts'
import { checkDraftOf, publishAgain, publishDraft, showPolicy, showVersions } from '../use-cases/edit-policy.ts'

/** Who answers for what the school does by itself. */
const PUBLISHERS: readonly Role[] = ['lead', 'head']

const show = route({ roles: LEADS, path: { academy: pathId } }, async (call) => answer(200, await showPolicy(call)))

const versions = route({ roles: LEADS, path: { academy: pathId } }, async (call) =>
  answer(200, { versions: await showVersions(call) }),
)

const withoutFile = ({ field, what, remedy }: PolicyProblem) => ({ field, what, remedy })

const check = route({ roles: LEADS, path: { academy: pathId }, body: PolicyDraftBody }, async (call, _at, body) =>
  resultAnswer(await checkDraftOf(call, body), 200, ({ problems, advice, changes, sentences }) => ({
    problems: problems.map(withoutFile),
    advice,
    changes,
    sentences,
  })),
)

const publish = route(
  { roles: PUBLISHERS, path: { academy: pathId }, body: PolicyPublishBody },
  async (call, _at, body) => {
    const done = await publishDraft(call, body)
    if (!('problems' in done)) return resultAnswer(done, 201)
    return problem({
      status: 422,
      code: 'draft-refused',
      title: 'The draft is not in order, and is not published.',
      remedy: 'Correct what is listed under errors.',
      errors: done.problems.map(({ field, what, remedy }) => ({ field, rule: what, remedy })),
    })
  },
)

const again = route(
  {
    roles: PUBLISHERS,
    path: { academy: pathId, version: pathId },
    body: PolicyAgainBody,
  },
  async (call, { version }, body) => {
    const done = await publishAgain(call, version, body)
    return done.ok ? answer(201, done.value) : refusalAnswer(done.refusal)
  },
)

export const policyRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/policy': show,
  'POST /academies/{academy}/policy/check': check,
  'GET /academies/{academy}/policy/versions': versions,
  'POST /academies/{academy}/policy/versions': publish,
  'POST /academies/{academy}/policy/versions/{version}/publish': again,
}
