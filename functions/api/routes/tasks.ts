import { OutcomeBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { isBatchOf } from '../../../shared/counting/held-batch.ts'
import { unreadBeside } from '../../../shared/domain/replies/stranger.ts'
import type { Task, TaskKind } from '../../../shared/domain/task.ts'
import { addMinutes, localDate } from '../../../shared/domain/time.ts'
import { warningTold } from '../../../shared/follow-up/warning-told.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, type Call, LEADS, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { readPupils, showTask } from '../show.ts'
import { contactMade } from '../use-cases/absences/contact-made.ts'

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

/** Tasks on whose outcome contact with a child's family may be said. */
const ABOUT_ONE_CHILD: readonly TaskKind[] = [
  'call',
  'visit',
  'wider-search',
  'welfare-call',
  'held-duty',
  'unread',
  'stopped-texts',
]

/** Tasks that what an unknown number writes may raise. */
const ABOUT_A_STRANGER: readonly TaskKind[] = ['unknown-number', 'safeguarding']

/** Tasks whose ending stops pages about a child's safety. */
const FOR_LEADS: readonly TaskKind[] = ['brake', 'safeguarding']

/**
 * A referral of a missing child is ended by the Trust, which acknowledges it. When it has not in time the Trust is telephoned, and what
 * was said there may be recorded by whoever rang.
 */
const isForTrust = (call: Call, task: Task): boolean =>
  task.kind === 'referral' &&
  !call.caller.groups.includes('trust.attendance') &&
  call.now < addMinutes(task.raised, call.policy.referral.acknowledgeWithinMinutes)

/** Whoever wrote what a task is about has written more since what was read. */
const hasUnread = async (call: Call, { kind, about, date }: Task, read: readonly string[] = []): Promise<boolean> => {
  if (about === undefined || !ABOUT_A_STRANGER.includes(kind)) return false
  const { replies } = await call.stores.day(call.academy, date)
  return unreadBeside([about, ...read], replies).length > 0
}

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
    const saysContact = body.contact !== undefined || body.childSeen !== undefined
    if (saysContact && (!ABOUT_ONE_CHILD.includes(task.kind) || task.pupils.length !== 1))
      return problem({
        status: 422,
        code: 'no-contact-here',
        title: 'Contact is recorded on a task about one child.',
        remedy: 'End this task without it, and record contact on each child’s own call or visit.',
      })
    if (FOR_LEADS.includes(task.kind) && !call.roles.some((role) => LEADS.includes(role)))
      return problem({
        status: 403,
        code: 'not-yours',
        title: 'This task is for the lead, the Head or the safeguarding lead.',
        remedy: 'Tell them; they are being paged.',
      })
    if (task.kind === 'return' || isBatchOf(task, 'returns'))
      return problem({
        status: 422,
        code: 'record-there',
        title: 'This task ends when the return is recorded.',
        remedy: 'Record it: POST .../returns/{return}/sent or /not-due, with its id, which stands under returns.',
      })
    if (task.kind === 'penalty-notice' || isBatchOf(task, 'penalties'))
      return problem({
        status: 422,
        code: 'decide-there',
        title: 'This task ends with a decision about the child’s penalty-notice matter.',
        remedy: 'Decide it: POST .../pupils/{pupil}/penalty-notices/decisions.',
      })
    if (task.kind === 'erasure')
      return problem({
        status: 422,
        code: 'decide-there',
        title: 'This task ends with a decision whether the pupil is erased.',
        remedy: 'Decide it: POST .../erasures/{task}.',
      })
    if (isForTrust(call, task))
      return problem({
        status: 403,
        code: 'trust-acknowledges',
        title: 'The Trust acknowledges a referral.',
        remedy: 'Wait for it; when it does not come in time you will be asked to telephone, and can record that here.',
      })
    if (await hasUnread(call, task, body.read))
      return problem({
        status: 409,
        code: 'more-was-written',
        title: 'The same number has written again since.',
        remedy: 'Look at the list again and read all of it, then end the task.',
      })
    const { what, note } = body
    const detail = {
      task: task.id,
      task_kind: task.kind,
      what,
      ...(body.contact ? { contact: body.contact } : {}),
      ...(body.childSeen === undefined ? {} : { childSeen: body.childSeen }),
    }
    const outcome = { what, by: call.caller.sub, at: call.now, ...(note === undefined ? {} : { note }) }
    // Seen at the door on a visit is contact made; the child is still not in school.
    const inSchool = body.childSeen === true && task.kind !== 'visit'
    const how = inSchool ? 'arrived' : body.childSeen || body.contact === 'made' ? 'reported' : undefined
    const isToday = task.date === call.date || localDate(task.raised, call.policy.zone) === call.date
    for (const pupil of how === undefined ? [] : task.pupils)
      await contactMade(call, pupil, how ?? 'reported', what, 'phone')
    if (task.kind === 'tell-warning') await warningTold(call, task)
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
