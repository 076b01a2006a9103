/**
 * Firstbell looks at an academy's day: load what is known, decide, carry out. What changes the facts (a mark given at close, a card,
 * a case, a brake) is done first and the day is read again, so that each later order rests on the record and not on a hope. Where it was
 * cards alone, the record is what their writes gave back.
 */
import type { Policy } from '../../academies/policy.ts'
import type { AbsenceCard } from '../domain/absence.ts'
import { decide } from '../domain/decide.ts'
import type { Known } from '../domain/known.ts'
import { policyOfDay } from '../domain/late-opening.ts'
import type { Order } from '../domain/order.ts'
import type { Instant } from '../domain/time.ts'
import type { Log } from '../ports/world.ts'
import type { Moment, Of } from './act-for.ts'
import { carryOut, follow, type Hands } from './carry-out.ts'
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

const carryOutLogged = async (order: Order, moment: Moment, ports: LookPorts): Promise<void> => {
  await carryOut(order, moment, ports)
  if (order.do !== 'brake') return
  const { kind, because, pupils } = order.brake
  ports.log.write('BRAKE_HELD', { academy: moment.known.academy, kind, because, pupils: pupils.length })
}

const isFollow = (order: Order): order is Of<'follow'> => order.do === 'follow'

/** Carries out what changes the facts, and answers the facts as they then are, or `undefined` where they must be read again. */
const changeFacts = async (facts: readonly Order[], moment: Moment, ports: LookPorts): Promise<Known | undefined> => {
  const { known } = moment
  if (facts.every(isFollow)) {
    const cards = new Map(known.cards.map((card) => [card.pupil, card]))
    for (const order of facts) cards.set(order.pupil, await follow(order, moment, ports))
    return { ...known, cards: [...cards.values()] }
  }
  for (const order of facts) await carryOutLogged(order, moment, ports)
  return undefined
}

/**
 * Looks at the academy's day as it stands at `now`. Safe to run twice, at once, late, or to die half way.
 * Throws only when the record or the queue cannot be reached, so that the trigger tries again. Answers what the day was judged by.
 */
export const lookAtDay = async (academy: string, now: Instant, why: string, ports: LookPorts): Promise<Looked> => {
  const { version, date } = await policyAt(ports.stores, academy, now)
  let changed: Known | undefined
  for (let pass = 1; ; pass++) {
    const known = changed ?? (await loadKnown(ports.stores, academy, date, version.policy))
    const orders = decide(known, version.policy, now)
    const facts = orders.filter(changesFacts)
    const moment = { known, now, policyVersion: version.version }
    if (facts.length > 0 && pass < MOST_PASSES) {
      changed = await changeFacts(facts, moment, ports)
      continue
    }
    for (const order of inOrder(orders)) await carryOutLogged(order, moment, ports)
    ports.log.write('LOOKED', { academy, date, why, orders: orders.length })
    return { policy: policyOfDay(version.policy, known.lateOpening), cards: known.cards }
  }
}
