/**
 * Carries out one order. Each is safe to carry out twice, by two functions at once, or to die in the middle of: the store's
 * conditions decide who was first, and whatever was not done is ordered again at the next look.
 */
import type { LetterWork } from '../../events/letter-work.v1.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import type { AbsenceCard } from '../domain/absence.ts'
import { premarkOf } from '../domain/known-absence.ts'
import type { Order } from '../domain/order.ts'
import type { Mark } from '../domain/register.ts'
import { addMinutes } from '../domain/time.ts'
import type { Queue } from '../ports/queue.ts'
import type { Stores } from '../ports/stores.ts'
import type { Timers } from '../ports/timers.ts'
import { actFor, type Moment, type Of } from './act-for.ts'
import { closeCase, openCase, reopenCase, stepCase } from './carry-out-case.ts'

export interface Hands {
  readonly stores: Stores
  readonly texts: Queue
  /** What is to be done with letters. */
  readonly letters: Queue
  readonly timers: Timers
}

/** A page about a task may be delayed by a phone that was off, but not into the day after. */
const PAGE_USEFUL_MINUTES = 24 * 60

const mark = async (order: Of<'mark'>, moment: Moment, { stores }: Hands): Promise<void> => {
  const { academy, date } = moment.known
  const register = await stores.register(academy, date, order.session, order.classId)
  if (!register) return
  const missing = order.pupils.filter((pupil) => register.marks[pupil] === undefined)
  if (missing.length === 0) return
  const given = (pupil: string): Mark =>
    order.code === 'N'
      ? { code: 'N', source: 'close' }
      : (premarkOf(moment.known.knownAbsences, pupil, date, order.session) ?? { code: order.code, source: 'known' })
  const marks = { ...register.marks, ...Object.fromEntries(missing.map((pupil) => [pupil, given(pupil)])) }
  const next = { ...register, version: register.version + 1, marks }
  await stores.saveRegister(
    academy,
    next,
    register.version,
    actFor(order, moment, 'register-closed', { pupils: missing, detail: { code: order.code } }),
  )
}

/** Answers the card as it then stands, whoever was first. */
export const follow = async (
  order: Of<'follow'>,
  moment: Moment,
  { stores }: Pick<Hands, 'stores'>,
): Promise<AbsenceCard> => {
  const { academy, date } = moment.known
  const { pupil, classId, vulnerable, session, standing } = order
  const keep = standing === 'unexplained' ? (['reported', 'arrived', 'answered'] as const) : []
  const act = actFor(order, moment, `absence-${standing}`, { pupils: [pupil], detail: { session } })
  const { card } = await stores.setStanding(
    academy,
    { pupil, classId, date, vulnerable },
    session,
    { standing, since: moment.now },
    undefined,
    keep,
    act,
  )
  return card
}

const plannedText = (order: Of<'text'> | Of<'check'>, moment: Moment): TextPlanned => ({
  to: 'contact',
  academy: moment.known.academy,
  date: moment.known.date,
  session: order.session,
  kind: order.kind === 'page' ? 'reminder' : order.kind,
  step: order.step,
  pupils: [...order.pupils],
  contactId: order.contactId,
  ringOnly: order.ringOnly,
  usefulUntil: order.usefulUntil,
  rule: order.rule,
  clause: order.clause,
  policy: moment.policyVersion,
})

const plannedPage = (order: Of<'page'>, moment: Moment): TextPlanned => ({
  to: 'staff',
  academy: moment.known.academy,
  date: moment.known.date,
  session: 'AM',
  kind: 'page',
  taskId: order.taskId,
  staffId: order.staffId,
  wording: order.wording,
  usefulUntil: addMinutes(moment.now, PAGE_USEFUL_MINUTES),
  rule: order.rule,
  clause: order.clause,
  policy: moment.policyVersion,
})

const plannedLetter = ({ letter, pupil, rule, clause }: Of<'letter'>, moment: Moment): LetterWork => ({
  do: 'plan',
  academy: moment.known.academy,
  letter,
  pupil,
  rule,
  clause,
})

const raise = async (order: Of<'task'>, moment: Moment, { stores }: Hands): Promise<void> => {
  const { do: _do, since: _since, anyCall: _anyCall, ...task } = order
  const whole = { ...task, date: moment.known.date, version: 1, raised: moment.now, state: 'open', pages: {} } as const
  const detail = {
    task: order.id,
    task_kind: order.kind,
    due: order.due,
    ...(order.classId === undefined ? {} : { class: order.classId }),
  }
  await stores.raiseTask(
    moment.known.academy,
    whole,
    actFor(order, moment, 'task-raised', { pupils: order.pupils, detail }),
  )
}

const settle = async (order: Of<'settle'>, moment: Moment, { stores }: Hands): Promise<void> => {
  const task = moment.known.tasks.find((each) => each.id === order.taskId)
  if (!task) return
  const outcome = { what: order.because, by: 'system', at: moment.now }
  const detail = { task: task.id, task_kind: task.kind, because: order.because }
  await stores.endTask(
    moment.known.academy,
    task,
    'withdrawn',
    outcome,
    actFor(order, moment, 'task-withdrawn', { pupils: task.pupils, detail }),
  )
}

const brake = async (order: Of<'brake'>, moment: Moment, { stores }: Hands): Promise<void> => {
  const { academy, date } = moment.known
  const held = { ...order.brake, at: moment.now, version: 1, state: 'held' } as const
  const { id, kind, because, pupils } = order.brake
  const act = actFor(order, moment, 'brake-held', {
    pupils,
    detail: { brake: id, kind, because, count: pupils.length },
  })
  await stores.holdBrake(academy, date, held, act)
}

/** Carries out one order; resolves when it stands in the record, on the queue or in the scheduler. */
export const carryOut = async (order: Order, moment: Moment, hands: Hands): Promise<void> => {
  switch (order.do) {
    case 'mark':
      return mark(order, moment, hands)
    case 'follow':
      await follow(order, moment, hands)
      return
    case 'text':
    case 'check':
      return hands.texts.send([plannedText(order, moment)])
    case 'page':
      return hands.texts.send([plannedPage(order, moment)])
    case 'task':
      return raise(order, moment, hands)
    case 'settle':
      return settle(order, moment, hands)
    case 'open-case':
      return openCase(order, moment, hands.stores)
    case 'reopen-case':
      return reopenCase(order, moment, hands.stores)
    case 'step-case':
      return stepCase(order, moment, hands.stores)
    case 'close-case':
      return closeCase(order, moment, hands.stores)
    case 'brake':
      return brake(order, moment, hands)
    case 'letter':
      return hands.letters.send([plannedLetter(order, moment)])
    case 'look':
      return hands.timers.lookAt(moment.known.academy, order.at)
    default:
      return order satisfies never
  }
}
