import { pathId } from '../../../events/values.ts'
import { mayTake, notYours } from '../../../shared/api/own-classes.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, type Route, route } from '../call.ts'
import { classNames, todayFor } from '../use-cases/office/today.ts'

const STAFF = ['teacher', 'office', 'lead', 'head', 'dsl'] as const

// A governor is told the date and who they are, and has no class.
const today = route({ roles: [...STAFF, 'governor'], showsRoles: true, path: { academy: pathId } }, async (call) =>
  answer(200, await todayFor(call)),
)

const aClass = route({ roles: STAFF, path: { academy: pathId, class: pathId } }, async (call, at) => {
  if (!(await mayTake(call, at.class))) return notYours
  const shown = await classNames(call, at.class)
  return shown
    ? answer(200, shown)
    : problem({
        status: 404,
        code: 'not-found',
        title: 'There is no such class.',
        remedy: 'Use the id of a class on the roll.',
      })
})

export const classRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/today': today,
  'GET /academies/{academy}/classes/{class}': aClass,
}
