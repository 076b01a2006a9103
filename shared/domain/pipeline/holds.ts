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

const pupilsOf = (order: Asked): readonly PupilKey[] => {
  if (order.do === 'ask') return [order.pupil]
  return order.do === 'task' ? order.pupils : []
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
  // What the named person did before a moment of the policy does not stand for it, as a call does not: a referral falls due all the same.
  ...(order.do === 'task' && order.since !== undefined ? { since: order.since } : {}),
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
    const held = isFollowUp(order) ? pupilsOf(order).filter((pupil) => facts.hold(pupil)) : []
    const duties = held.flatMap((pupil) => instead(facts, order, pupil))
    // A text about brothers and sisters, one of them on hold: of the others it is still to be settled.
    return held.length > 0 && held.length === pupilsOf(order).length ? duties : [order, ...duties]
  })
