import { OutcomeBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { localDate } from '../../../shared/domain/time.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { readPupils, showTask } from '../show.ts'
import { contactMade } from '../use-cases/contact-made.ts'

/** Where a task stands in the list: the urgent first, then by the time they are due. */
const placeOf = (task: Task): string => `${task.urgent ? 0 : 1} ${task.due} ${task.id}`

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const [open, day] = await Promise.all([call.stores.open(call.academy), call.stores.day(call.academy, call.date)])
  const wanted = call.request.query.state === 'all' ? [...open.tasks, ...day.endedTasks] : open.tasks
  const inOrder = wanted.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  const { ids } = await readPupils(
    call,
    items.flatMap((task) => task.pupils),
  )
  return answer(200, { tasks: items.map((task) => showTask(task, ids)), next: next ?? null })
})

const ended = problem({
  status: 409,
  code: 'already',
  title: 'The task has ended already.',
  remedy: 'Look at the list again.',
})

const giveOutcome = route(
  { roles: OFFICE, path: { academy: pathId, task: pathId }, body: OutcomeBody },
  async (call, at, body) => {
    const task = await call.stores.task(call.academy, at.task)
    if (!task)
      return problem({
        status: 404,
        code: 'not-found',
        title: 'There is no such task.',
        remedy: 'Look at the list again.',
      })
    if (task.state !== 'open') return ended
    const { what, note } = body
    const detail = {
      task: task.id,
      task_kind: task.kind,
      what,
      ...(body.contact ? { contact: body.contact } : {}),
      ...(body.childSeen === undefined ? {} : { childSeen: body.childSeen }),
    }
    const outcome = { what, by: call.caller.sub, at: call.now, ...(note === undefined ? {} : { note }) }
    const how = body.childSeen ? 'arrived' : body.contact === 'made' ? 'reported' : undefined
    const isToday = task.date === call.date || localDate(task.raised, call.policy.zone) === call.date
    for (const pupil of how === undefined ? [] : task.pupils) await contactMade(call, pupil, how ?? 'reported', what)
    const done = await call.stores.endTask(
      call.academy,
      task,
      'done',
      outcome,
      call.act('task-done', { pupils: task.pupils, detail, ...(isToday ? { look: true as const } : {}) }),
    )
    return done === 'ended' ? answer(200, { id: task.id, state: 'done' }) : ended
  },
)

export const taskRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/tasks': list,
  'POST /academies/{academy}/tasks/{task}/outcome': giveOutcome,
}
