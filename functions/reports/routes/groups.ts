import { GroupBody, GroupChangeBody } from '../../../events/api/groups.ts'
import { BecauseBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, refusalAnswer, resultAnswer } from '../../../shared/api/call.ts'
import { GROUPINGS } from '../../../shared/domain/counting/groups.ts'
import { type Route, route } from '../call.ts'
import { changeGroup, endGroup, makeGroup } from '../use-cases/keep-group.ts'
import { showGroups } from '../use-cases/show-group.ts'

const MAKERS = ['lead', 'head', 'dsl'] as const

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) =>
  answer(200, {
    kinds: GROUPINGS.filter((by) => call.policy.groups.includes(by)),
    groups: await showGroups(call, await call.stores.groups(call.academy)),
  }),
)

const add = route({ roles: MAKERS, path: { academy: pathId }, body: GroupBody }, async (call, _at, body) => {
  const made = await makeGroup(call, body)
  return made.ok ? answer(201, (await showGroups(call, [made.value]))[0]) : refusalAnswer(made.refusal)
})

const change = route(
  { roles: MAKERS, path: { academy: pathId, group: pathId }, body: GroupChangeBody },
  async (call, at, body) => {
    const changed = await changeGroup(call, at.group, body)
    return changed.ok ? answer(200, (await showGroups(call, [changed.value]))[0]) : refusalAnswer(changed.refusal)
  },
)

const end = route(
  { roles: MAKERS, path: { academy: pathId, group: pathId }, body: BecauseBody },
  async (call, at, { because }) =>
    resultAnswer(await endGroup(call, at.group, because), 200, ({ id, name, ended }) => ({ id, name, ended })),
)

export const groupRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/groups': list,
  'POST /academies/{academy}/groups': add,
  'PUT /academies/{academy}/groups/{group}': change,
  'DELETE /academies/{academy}/groups/{group}': end,
}
