/** Takes out what the facts show was done before, so that deciding twice orders once. */
import { textSlot } from '../absence.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Asked } from '../order.ts'

const isDone = (facts: Facts, order: Asked): boolean => {
  switch (order.do) {
    case 'task':
      return facts.task(order.id) !== undefined && facts.task(order.id)?.state !== 'withdrawn'
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
    case 'close-case':
      return false
    default:
      return order satisfies never
  }
}

/** What was withdrawn because the matter seemed settled is asked for again under a new id when it was not. */
const again = <T extends Asked>(facts: Facts, order: T): T => {
  if (order.do !== 'task' || facts.task(order.id)?.state !== 'withdrawn') return order
  let count = 2
  while (facts.task(idOf(order.id, String(count)))?.state === 'withdrawn') count++
  return { ...order, id: idOf(order.id, String(count)) }
}

export const alreadyDone = <T extends Asked>(facts: Facts, orders: readonly T[]): readonly T[] =>
  orders.map((order) => again(facts, order)).filter((order) => !isDone(facts, order))
