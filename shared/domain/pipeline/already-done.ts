/** Takes out what the facts show was done before, so that deciding twice orders once. */
import { textSlot } from '../absence.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Asked, TaskOrder } from '../order.ts'
import type { Task } from '../task.ts'

/** A task that is no answer to this duty: withdrawn because the matter seemed settled, or done before the duty began. */
const isSpent = (order: TaskOrder, task: Task): boolean => {
  if (task.state === 'withdrawn') return true
  return task.state === 'done' && order.since !== undefined && (task.outcome?.at ?? task.raised) < order.since
}

/** Today's calls to the family of the pupil an order is about, for whatever reason; calls about a reply or a referral are others. */
const familyCalls = (facts: Facts, order: TaskOrder): readonly Task[] =>
  facts.known.tasks.filter(
    ({ kind, date, about, pupils }) =>
      kind === 'call' &&
      date === facts.known.date &&
      about === undefined &&
      pupils.length === 1 &&
      pupils[0] === order.pupils[0],
  )

const isTaskDone = (facts: Facts, order: TaskOrder): boolean =>
  facts.task(order.id) !== undefined ||
  (order.anyCall === true && familyCalls(facts, order).some((task) => !isSpent(order, task)))

const isDone = (facts: Facts, order: Asked): boolean => {
  switch (order.do) {
    case 'task':
      return isTaskDone(facts, order)
    case 'page': {
      const task = facts.task(order.taskId)
      return task !== undefined && Object.values(task.pages).some((page) => page.contactId === order.staffId)
    }
    case 'follow':
      return facts.card(order.pupil)?.sessions[order.session]?.standing === order.standing
    case 'brake':
      return facts.known.brakes.some((brake) => brake.id === order.brake.id)
    case 'step-case': {
      const aCase = facts.caseOf(order.pupil)
      return (
        order.steps.length > 0 &&
        order.steps.every((step) => aCase?.steps.some((taken) => taken.day === step.day && taken.step === step.step))
      )
    }
    case 'text':
      return order.pupils.every((pupil) => facts.card(pupil)?.texts[textSlot(order)] !== undefined)
    case 'look':
      return order.at <= facts.now
    case 'ask':
    case 'check':
    case 'mark':
    case 'settle':
    case 'open-case':
    case 'reopen-case':
    case 'close-case':
    case 'letter':
      return false
    default:
      return order satisfies never
  }
}

/** What is spent is asked for again under a new id: the second call of the day, the visit after a mistaken all-clear. */
const again = <T extends Asked>(facts: Facts, order: T): T => {
  if (order.do !== 'task') return order
  const isTaken = (id: string): boolean => {
    const task = facts.task(id)
    return task !== undefined && isSpent(order, task)
  }
  let id = order.id
  for (let count = 2; isTaken(id); count++) id = idOf(order.id, String(count))
  return id === order.id ? order : { ...order, id }
}

export const alreadyDone = <T extends Asked>(facts: Facts, orders: readonly T[]): readonly T[] =>
  orders.map((order) => again(facts, order)).filter((order) => !isDone(facts, order))
