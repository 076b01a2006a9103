/** Takes out what the facts show was done before, so that deciding twice orders once. */
import { textSlot } from '../absence.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Asked, TaskOrder } from '../order.ts'

/** A task that is no answer to this duty: withdrawn because the matter seemed settled, or done before the duty began. */
const isSpent = (facts: Facts, order: TaskOrder, id: string): boolean => {
  const task = facts.task(id)
  if (task?.state === 'withdrawn') return true
  return task?.state === 'done' && order.since !== undefined && (task.outcome?.at ?? task.raised) < order.since
}

const isDone = (facts: Facts, order: Asked): boolean => {
  switch (order.do) {
    case 'task':
      return facts.task(order.id) !== undefined
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
    case 'mark':
    case 'settle':
    case 'open-case':
    case 'reopen-case':
    case 'close-case':
      return false
    default:
      return order satisfies never
  }
}

/** What is spent is asked for again under a new id: the second call of the day, the visit after a mistaken all-clear. */
const again = <T extends Asked>(facts: Facts, order: T): T => {
  if (order.do !== 'task') return order
  let id = order.id
  for (let count = 2; isSpent(facts, order, id); count++) id = idOf(order.id, String(count))
  return id === order.id ? order : { ...order, id }
}

export const alreadyDone = <T extends Asked>(facts: Facts, orders: readonly T[]): readonly T[] =>
  orders.map((order) => again(facts, order)).filter((order) => !isDone(facts, order))
