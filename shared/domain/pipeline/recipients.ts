/** Turns "text about this pupil" into one text per contact, or into a call when nobody may be texted. */
import { tellTask } from '../attend/meeting-task.ts'
import { callTask } from '../call.ts'
import { isRingOnly, recipientsFor } from '../contacts.ts'
import type { Facts } from '../facts.ts'
import type { Asked, AskOrder, Order } from '../order.ts'
import { putRightTask } from '../put-right.ts'
import { tellLateTask } from '../tell-late.ts'
import { usefulUntil } from './still-useful.ts'

const tried = (facts: Facts, ask: AskOrder): readonly string[] =>
  facts.texts(ask.pupil, [ask.kind]).map((text) => text.contactId)

const texts = (facts: Facts, ask: AskOrder): readonly Order[] => {
  const { rule, clause, kind, step, session } = ask
  const pupil = facts.pupil(ask.pupil)
  // Not loaded: nothing is due about this pupil any more.
  if (pupil === undefined) return []
  const contacts = recipientsFor(pupil, ask.to, {
    policy: facts.policy,
    date: facts.known.date,
    stopped: facts.known.stopped,
    tried: tried(facts, ask),
  })
  const texts = contacts.map(
    (contact): Order => ({
      do: 'text',
      rule,
      clause,
      kind,
      step,
      session,
      pupils: [ask.pupil],
      contactId: contact.contactId,
      ringOnly: isRingOnly(contact),
      usefulUntil: usefulUntil(facts, kind, session),
    }),
  )
  // Whoever was told wrongly is told rightly: by a person, where no text may go any more.
  if (kind === 'correction' && typeof ask.to !== 'string' && contacts.length < ask.to.length)
    return [...texts, { ...putRightTask(facts, ask.pupil), rule, clause }]
  if (texts.length > 0 || kind === 'warning') return texts
  if (kind === 'late') return [{ ...tellLateTask(facts, ask.pupil), rule, clause }]
  if (kind === 'reminder') {
    const task = tellTask(facts, ask.pupil, 'There is nobody whom we may text.')
    return task ? [{ ...task, rule, clause }] : []
  }
  const why =
    ask.to === 'next'
      ? 'No text reached the family and no other number is left. Ring every number we hold.'
      : 'There is nobody we may text about this child. Ring the family.'
  return [{ ...callTask(facts, ask.pupil, why, { urgent: true }), rule, clause }]
}

export const withRecipients = (facts: Facts, orders: readonly Asked[]): readonly Order[] =>
  orders.flatMap((order) => (order.do === 'ask' ? texts(facts, order) : [order]))
