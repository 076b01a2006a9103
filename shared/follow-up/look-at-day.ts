/**
 * Firstbell looks at an academy's day: load what is known, decide, carry out. What changes the facts (a mark given at close, a card,
 * a case, a brake) is done first and the day is read again, so that each later order rests on the record and not on a hope.
 */
import type { Policy } from '../../academies/policy.ts'
import type { AbsenceCard } from '../domain/absence.ts'
import { decide } from '../domain/decide.ts'
import { policyOfDay } from '../domain/late-opening.ts'
import type { Order } from '../domain/order.ts'
import type { Instant } from '../domain/time.ts'
import type { Log } from '../ports/world.ts'
import { carryOut, type Hands } from './carry-out.ts'
import { loadKnown, policyAt } from './load-known.ts'

export interface LookPorts extends Hands {
  readonly log: Log
}

/** The policy as it held that day, and the cards as they were read. */
export interface Looked {
  readonly policy: Policy
  readonly cards: readonly AbsenceCard[]
}

const CHANGES_FACTS: readonly Order['do'][] = ['mark', 'follow', 'open-case', 'reopen-case', 'close-case', 'brake']

const changesFacts = (order: Order): boolean =>
  CHANGES_FACTS.includes(order.do) || (order.do === 'step-case' && order.steps.length === 0)

/** A pass for each kind of fact that can follow from another: marks, cards, days of a case, brakes, and one to spare. */
const MOST_PASSES = 6

/** Records go first and texts last: a page names a task that must exist, and a text must find its card. */
const ORDER_OF_WORK: readonly Order['do'][] = ['task', 'settle', 'step-case', 'look', 'page', 'check', 'text', 'letter']

const inOrder = (orders: readonly Order[]): readonly Order[] =>
  orders.toSorted((one, other) => ORDER_OF_WORK.indexOf(one.do) - ORDER_OF_WORK.indexOf(other.do))

/**
 * Looks at the academy's day as it stands at `now`. Safe to run twice, at once, late, or to die half way.
 * Throws only when the record or the queue cannot be reached, so that the trigger tries again. Answers what the day was judged by.
 */
export const lookAtDay = async (academy: string, now: Instant, why: string, ports: LookPorts): Promise<Looked> => {
  const { version, date } = await policyAt(ports.stores, academy, now)
  for (let pass = 1; ; pass++) {
    const known = await loadKnown(ports.stores, academy, date, version.policy)
    const orders = decide(known, version.policy, now)
    const facts = orders.filter(changesFacts)
    const moment = { known, now, policyVersion: version.version }
    const work = facts.length > 0 && pass < MOST_PASSES ? facts : inOrder(orders)
    for (const order of work) {
      await carryOut(order, moment, ports)
      if (order.do === 'brake') {
        const { kind, because, pupils } = order.brake
        ports.log.write('BRAKE_HELD', { academy, kind, because, pupils: pupils.length })
      }
    }
    if (work !== facts) {
      ports.log.write('LOOKED', { academy, date, why, orders: orders.length })
      return { policy: policyOfDay(version.policy, known.lateOpening), cards: known.cards }
    }
  }
}
