/** Somebody went to the door: what they found, and the number of the calling card they left. */
import type { z } from 'zod'
import type { VisitBody } from '../../../../events/api/office.ts'
import { cardNumber } from '../../../../shared/domain/calling-card.ts'
import type { Visit } from '../../../../shared/domain/case.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Task } from '../../../../shared/domain/task.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { contactMade } from '../absences/contact-made.ts'
import { refuseNamed } from '../conversation/refuse-speaker.ts'
import { pastInstant } from '../registers/by-the-clock.ts'

type Body = z.output<typeof VisitBody>

export interface RecordedVisit {
  readonly id: string
  readonly pupil: string
  readonly card: string | null
  readonly case: string | null
  /** What had ended the task before the visit was recorded: somebody else was there, or the child was found. */
  readonly meanwhile: string | null
}

/** The task that the visit answers: the one it names, though it may have ended meanwhile, or else the one that is open. */
const taskOf = async (
  call: Call,
  pupil: Pupil,
  body: Body,
  open: readonly Task[],
): Promise<Result<Task | undefined>> => {
  const isOfPupil = (task: Task | undefined): boolean => task?.kind === 'visit' && task.pupils.includes(pupil.key)
  if (body.task === undefined) return ok(open.find(isOfPupil))
  const named = await call.stores.task(call.academy, body.task)
  return isOfPupil(named)
    ? ok(named)
    : refused('no-such-visit', 'That is no visit to this child.', 'Leave the task out, or name another.', 'task')
}

const visitOf = (call: Call, pupil: Pupil, body: Body, at: Instant, asked: Task | undefined): Visit => {
  return {
    at,
    by: call.caller.sub,
    childSeen: body.childSeen,
    // The number that the task gave the visitor to write on the card; a visit nobody asked for is numbered by its moment.
    ...(body.cardLeft ? { card: cardNumber(asked?.id ?? `${pupil.key} ${at}`) } : {}),
    ...(body.spokeTo === undefined ? {} : { spokeTo: body.spokeTo }),
    ...(body.note === undefined ? {} : { note: body.note }),
  }
}

const detailOf = (visit: Visit, body: Body) => ({
  childSeen: visit.childSeen,
  ...(visit.card === undefined ? {} : { card: visit.card }),
  ...(body.contact ? { contact: body.contact } : {}),
})

const outcomeOf = (visit: Visit): NonNullable<Task['outcome']> => ({
  what: visit.childSeen ? 'the child was seen' : (visit.spokeTo ?? 'nobody was seen'),
  by: visit.by,
  at: visit.at,
  ...(visit.note === undefined ? {} : { note: visit.note }),
})

/** A visit before any case is open is kept as a visit task that has been done. */
const keepWithoutCase = async (call: Call, pupil: Pupil, id: string, visit: Visit, body: Body): Promise<void> => {
  const detail = { ...detailOf(visit, body), task: id, task_kind: 'visit' }
  const task = {
    id,
    kind: 'visit',
    date: call.date,
    version: 1,
    pupils: [pupil.key],
    classId: pupil.classId,
    raised: call.now,
    due: call.now,
    doers: ['visitor', 'office'],
    urgent: false,
    state: 'open',
    why: 'Somebody visited before a case was open.',
    rule: 'visit-recorded',
    clause: 'First day of no contact: a home visit, with a numbered calling card',
    pages: {},
  } as const
  await call.stores.raiseTask(call.academy, task, call.act('task-raised', { pupils: [pupil.key], detail }))
  const act = call.act('visit-recorded', { pupils: [pupil.key], detail, look: true })
  await call.stores.endTask(call.academy, task, 'done', outcomeOf(visit), act)
}

/** The visit that was asked for has been made. */
const endVisitTasks = async (call: Call, pupil: Pupil, visit: Visit, tasks: readonly Task[]): Promise<void> => {
  const asked = tasks.filter((task) => task.kind === 'visit' && task.pupils.includes(pupil.key))
  for (const task of asked) {
    const detail = { task: task.id, task_kind: task.kind, childSeen: visit.childSeen }
    const act = call.act('task-done', { pupils: [pupil.key], detail })
    await call.stores.endTask(call.academy, task, 'done', outcomeOf(visit), act)
  }
}

/** Records a visit on the pupil's open case. A child seen, or an entitled adult spoken to, is contact; a card left is not. */
export const recordVisit = async (call: Call, pupil: Pupil, body: Body): Promise<Result<RecordedVisit>> => {
  const { cases, tasks } = await call.stores.open(call.academy)
  const asked = await taskOf(call, pupil, body, tasks)
  if (!asked.ok) return asked
  const at = pastInstant(call, body.at, 'Give the time of the visit.')
  if (!at.ok) return at
  const visit = visitOf(call, pupil, body, at.value, asked.value)
  const notEntitled = body.contact === 'made' ? refuseNamed(pupil, body.spokeTo, call.date, 'spokeTo') : undefined
  if (notEntitled) return notEntitled
  const id = idOf('v', pupil.key, visit.at.slice(0, 16).replace(/\D/g, ''))
  const aCase = cases.find((each) => each.pupil === pupil.key)
  // Sent again by a device that did not hear the answer.
  const isKept = aCase?.visits.some(({ at, by }) => at === visit.at && by === visit.by) ?? false
  if (aCase && !isKept) {
    const act = call.act('visit-recorded', { pupils: [pupil.key], detail: detailOf(visit, body), look: true })
    const saved = await call.stores.stepCase(call.academy, aCase, aCase.version, { visits: [visit] }, act)
    if (saved === 'stale') return refused('stale', 'Somebody changed the case meanwhile.', 'Record the visit again.')
  } else if (!aCase) await keepWithoutCase(call, pupil, id, visit, body)
  await endVisitTasks(call, pupil, visit, tasks)
  // Seen at the door is contact made; the child is still not in school.
  if (body.childSeen || body.contact === 'made') await contactMade(call, pupil.key, 'reported', 'visit', 'in-person')
  const meanwhile = asked.value && asked.value.state !== 'open' ? (asked.value.outcome?.what ?? 'it ended') : null
  return ok({ id, pupil: pupil.pupilId, card: visit.card ?? null, case: aCase?.caseId ?? null, meanwhile })
}
