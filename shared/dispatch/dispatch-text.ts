/**
 * Sends one planned text, once. Reads the facts again, claims the text on the absence card immediately before the provider is called,
 * and writes down what came of it. A crash at any point leaves either nothing claimed (the text is planned again) or a claim past its
 * lease (a person settles it): never two texts, never a silent loss.
 */
import type { Policy } from '../../academies/policy.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { textSlot } from '../domain/absence.ts'
import { policyOfDay } from '../domain/late-opening.ts'
import { isOverCap, quietUntil, textsTo } from '../domain/texts/limits.ts'
import { stillBelow } from '../follow-up/still-below.ts'
import { keepLink, tokenFor } from './family-link.ts'
import { claimAndSend } from './hand-over.ts'
import { isHandled } from './handled.ts'
import type { DispatchPorts } from './ports.ts'
import { readyForContact, readyForStaff } from './ready.ts'
import { ringInstead } from './ring-instead.ts'
import { claimLeft, settleClaim } from './settle-claim.ts'
import { type Cards, cardsOf, type PlannedForContact, type Present, stillTrue } from './still-true.ts'
import { markWarned } from './warning.ts'
import { sendWritten } from './written.ts'

/** The longest a message waits in SQS before it is seen. */
const LONGEST_DELAY_SECONDS = 900

/** Asks the provider about a claim whose process died, where it can be asked. True when that was what there was to do. */
const askedAfter = async (
  planned: PlannedForContact,
  cards: Cards,
  policy: Policy,
  ports: DispatchPorts,
): Promise<boolean> => {
  const claim = claimLeft(planned, cards, ports.now())
  const texter = claim && ports.texterOf(policy)
  if (!claim || !texter?.find) return false
  await settleClaim(planned, claim, texter, ports)
  return true
}

const sendToContact = async (
  planned: PlannedForContact,
  cards: Cards,
  policy: Policy,
  ports: DispatchPorts,
): Promise<void> => {
  if (isHandled(planned, cards, ports.now())) return
  const { present: found, stoodDown, lateOpening } = await stillTrue(planned, cards, ports.stores)
  const isWarning = planned.kind === 'warning'
  const present = isWarning ? await stillBelow(planned, found, policy, ports.stores) : found
  for (const why of stoodDown) ports.log.write('TEXT_STOOD_DOWN', { academy: planned.academy, kind: planned.kind, why })
  if (isTooMany(planned, present, policy)) return ringInstead(planned, cards, policy, ports)
  const token = tokenFor(policy, ports)
  const ready = readyForContact(planned, present, policyOfDay(policy, lateOpening), ports.now(), token)
  if (!ready) return
  await keepLink(planned, ready, policy, ports)
  if (isWarning) await markWarned(planned, ready.record.pupils ?? [], ports.now(), ports.stores)
  const refusing = await claimAndSend(planned, ready, policy, ports)
  const left = planned.pupils.filter((pupil) => !refusing.includes(pupil))
  if (refusing.length === 0 || left.length === 0) return
  const others = { ...planned, pupils: left }
  await sendToContact(others, await cardsOf(others, ports.stores), policy, ports)
}

/** The cards of these children show that the contact has had the day's number of texts since this one was planned. */
const isTooMany = (planned: PlannedForContact, present: readonly Present[], policy: Policy): boolean => {
  const cards = present.flatMap(({ card }) => card ?? [])
  // Planned and claimed before, it is one of those that count.
  const isClaimed = cards.some((card) => card.texts[textSlot(planned)] !== undefined)
  return !isClaimed && isOverCap(policy, planned.kind, textsTo(cards, planned.contactId).size)
}

const sendToStaff = async (
  planned: Extract<TextPlanned, { to: 'staff' }>,
  policy: Policy,
  ports: DispatchPorts,
): Promise<void> => {
  const member = (await ports.stores.roll.staff(planned.academy)).find((each) => each.staffId === planned.staffId)
  const task = await ports.stores.task(planned.academy, planned.taskId)
  if (member?.mobile === undefined || task?.state !== 'open') return
  const ready = readyForStaff(planned, { ...member, mobile: member.mobile }, policy, ports.now())
  await claimAndSend(planned, ready, policy, ports)
}

const isTooLate = (planned: TextPlanned, { now, log }: DispatchPorts): boolean => {
  const late = now() >= planned.usefulUntil
  if (late) log.write('TEXT_STOOD_DOWN', { academy: planned.academy, kind: planned.kind, why: 'too late' })
  return late
}

const dispatchToContact = async (planned: PlannedForContact, policy: Policy, ports: DispatchPorts): Promise<void> => {
  const cards = await cardsOf(planned, ports.stores)
  if (await askedAfter(planned, cards, policy, ports)) return
  if (planned.written) return sendWritten(planned, cards, policy, ports)
  const quietEnd = planned.kind === 'acknowledgement' ? undefined : quietUntil(policy, ports.now())
  if (isTooLate(planned, ports) || (quietEnd !== undefined && quietEnd >= planned.usefulUntil))
    return ringInstead(planned, cards, policy, ports)
  // The queue forgets no text but waits a quarter of an hour at most: until morning it is asked again.
  if (quietEnd !== undefined) return ports.texts.send([planned], { delaySeconds: LONGEST_DELAY_SECONDS })
  return sendToContact(planned, cards, policy, ports)
}

/**
 * Sends one planned text, once. What came of it stands in the record; a busy provider is asked again in a moment.
 */
export const dispatchText = async (planned: TextPlanned, ports: DispatchPorts): Promise<void> => {
  const { policy } = await ports.stores.policies.inForce(planned.academy, planned.date)
  if (planned.to === 'contact') return dispatchToContact(planned, policy, ports)
  return isTooLate(planned, ports) ? undefined : sendToStaff(planned, policy, ports)
}
