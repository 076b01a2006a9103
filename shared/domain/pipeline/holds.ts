/**
 * A hold says nothing automatic about this child or family: texts and duties about them become one task a day for the named person,
 * who knows the family. Marks, cards and cases are the record and go on.
 */
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Asked, TaskOrder } from '../order.ts'
import type { PupilKey } from '../people.ts'
import { putRightTask } from '../put-right.ts'

const FOLLOW_UP = ['call', 'visit', 'tell-agency', 'wider-search', 'referral', 'uncertain-text', 'disputed-mark']

const isFollowUp = (order: Asked): boolean =>
  order.do === 'ask' || (order.do === 'task' && FOLLOW_UP.includes(order.kind))

const aboutHeld = (facts: Facts, order: Asked): PupilKey | undefined => {
  if (order.do === 'ask') return facts.hold(order.pupil) ? order.pupil : undefined
  if (order.do === 'task') return order.pupils.find((pupil) => facts.hold(pupil))
  return undefined
}

const duty = (facts: Facts, order: Asked, pupil: PupilKey): TaskOrder => ({
  do: 'task',
  rule: order.rule,
  clause: order.clause,
  id: idOf(facts.known.date, 'held', pupil),
  kind: 'held-duty',
  pupils: [pupil],
  due: facts.inMinutes(facts.policy.holds.dueInMinutes),
  doers: facts.policy.holds.doers,
  urgent: true,
  why: 'This child is on hold, so nothing automatic is sent. The child is missing and nobody has said why: you decide what is done.',
})

/** What becomes of an order about a child on hold: lateness is not told, a text to put right is the named person's to make. */
const instead = (facts: Facts, order: Asked, pupil: PupilKey): readonly Asked[] => {
  if (order.do === 'ask' && order.kind === 'late') return []
  if (order.do === 'ask' && order.kind === 'correction')
    return [{ ...putRightTask(facts, pupil), rule: order.rule, clause: order.clause }]
  return [duty(facts, order, pupil)]
}

export const heldBack = (facts: Facts, orders: readonly Asked[]): readonly Asked[] =>
  orders.flatMap((order) => {
    const pupil = isFollowUp(order) ? aboutHeld(facts, order) : undefined
    return pupil === undefined ? [order] : instead(facts, order, pupil)
  })
