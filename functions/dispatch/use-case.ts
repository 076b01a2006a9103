/**
 * Sends one planned text, once. Reads the facts again, claims the text on the absence card immediately before the provider is called,
 * and writes down what came of it. A crash at any point leaves either nothing claimed (the text is planned again) or a claim past its
 * lease (a person settles it): never two texts, never a silent loss.
 */
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { type TextRecord, textSlot } from '../../shared/domain/absence.ts'
import { idOf, shortHash } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant } from '../../shared/domain/time.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Act, PolicyVersion, Stores, TextHome } from '../../shared/ports/stores.ts'
import type { Handover, OutgoingText, Texter } from '../../shared/ports/texter.ts'
import type { Log } from '../../shared/ports/world.ts'
import { pageText, textFor } from './compose.ts'
import { CLAIMABLE, type PlannedForContact, type Present, stillTrue } from './still-true.ts'

export interface DispatchPorts {
  readonly stores: Stores
  readonly texts: Queue
  readonly texterOf: (policy: PolicyVersion['policy']) => Texter
  readonly now: () => Instant
  readonly log: Log
}

/** Long enough for the provider's own time-out, so that no hand-over is still in flight when a claim counts as uncertain. */
const LEASE_MINUTES = 2

/** A busy provider is asked again this soon; the text's own end of usefulness ends the asking. */
const AGAIN_SECONDS = 30

interface Ready {
  readonly home: TextHome
  readonly slot: string
  readonly record: TextRecord
  readonly standing: Parameters<Stores['claimText']>[4]
  readonly text: OutgoingText
  readonly act: (kind: string, detail?: Readonly<Record<string, unknown>>) => Act
}

const actFor =
  (planned: TextPlanned, now: Instant, pupils: readonly string[]) =>
  (kind: string, detail: Readonly<Record<string, unknown>> = {}): Act => ({
    at: now,
    by: 'system',
    kind,
    pupils,
    rule: planned.rule,
    clause: planned.clause,
    policy: planned.policy,
    detail: { kind: planned.kind, session: planned.session, ...detail },
  })

const RESULT: Readonly<Record<Exclude<Handover['outcome'], 'busy'>, TextRecord['state']>> = {
  accepted: 'accepted',
  refused: 'refused',
  uncertain: 'uncertain',
}

/** Writes down what came of handing over. An outcome that needs somebody makes the day be looked at again. */
const settle = async (planned: TextPlanned, ready: Ready, handover: Handover, ports: DispatchPorts): Promise<void> => {
  const at = ports.now()
  const { academy } = planned
  if (handover.outcome === 'busy') {
    await ports.stores.releaseText(academy, ready.home, ready.slot, ready.record.at, ready.act('text-released'))
    await ports.texts.send([planned], { delaySeconds: AGAIN_SECONDS })
    return
  }
  const state = RESULT[handover.outcome]
  const providerId = handover.outcome === 'accepted' ? { providerId: handover.providerId } : {}
  const act = { ...ready.act(`text-${state}`, { ...providerId, contact: ready.record.contactId }), at }
  // An accepted first-day text sets the alarm for its receipt; any other outcome needs a person or the next contact.
  const needsLook = state !== 'accepted' || planned.kind === 'unreported'
  await ports.stores.moveText(
    academy,
    ready.home,
    ready.slot,
    { state, at, ...providerId },
    needsLook ? { ...act, look: true } : act,
  )
  const code = { accepted: 'TEXT_ACCEPTED', refused: 'TEXT_REFUSED', uncertain: 'TEXT_UNCERTAIN' }[handover.outcome]
  ports.log.write(code, { academy, kind: planned.kind })
}

/** A claim that was there before: done, on its way in another hand, or past its lease and so uncertain. */
const found = async (planned: TextPlanned, ready: Ready, record: TextRecord, ports: DispatchPorts): Promise<void> => {
  if (record.state !== 'claimed' || record.leaseUntil > ports.now()) return
  const act = { ...ready.act('text-uncertain', { contact: record.contactId }), look: true as const }
  await ports.stores.moveText(planned.academy, ready.home, ready.slot, { state: 'uncertain', at: ports.now() }, act)
  ports.log.write('TEXT_UNCERTAIN', { academy: planned.academy, kind: planned.kind })
}

/** Claims and hands over; answers with the pupils whose card refused, so that the rest can be told. */
const claimAndSend = async (
  planned: TextPlanned,
  ready: Ready,
  policy: PolicyVersion['policy'],
  ports: DispatchPorts,
): Promise<readonly string[]> => {
  const { body, to } = ready.text
  const claim = await ports.stores.claimText(
    planned.academy,
    ready.home,
    ready.slot,
    ready.record,
    ready.standing,
    ready.act('text-claimed', { body, to, contact: ready.record.contactId, wording: shortHash(body) }),
  )
  if (claim.claim === 'refused') return claim.pupils
  if (claim.claim === 'taken') await found(planned, ready, claim.record, ports)
  else await settle(planned, ready, await ports.texterOf(policy).send(ready.text, ports.now()), ports)
  return []
}

const contactText = (
  planned: PlannedForContact,
  present: readonly Present[],
  policy: PolicyVersion['policy'],
  now: Instant,
): Ready | undefined => {
  const pupils = present.map((each) => each.pupil.key).toSorted()
  const [owner] = pupils
  const mobile = present[0]?.contact.mobile
  if (owner === undefined || mobile === undefined) return undefined
  const { kind, step, session, contactId } = planned
  const slot = textSlot({ kind, step, session, contactId })
  return {
    home: { on: 'cards', date: planned.date, owner, pupils },
    slot,
    record: {
      state: 'claimed',
      kind,
      step,
      session,
      contactId,
      at: now,
      leaseUntil: addMinutes(now, LEASE_MINUTES),
      pupils,
    },
    standing: { session, while: CLAIMABLE[kind] },
    text: {
      to: mobile,
      from: policy.texts.number,
      senderId: policy.texts.senderId,
      body: textFor(planned, present, policy),
      reference: shortHash(`${planned.academy} ${planned.date} ${owner} ${slot}`),
      usefulUntil: planned.usefulUntil,
      about: { academy: planned.academy, kind, pupils },
    },
    act: actFor(planned, now, pupils),
  }
}

const sendToContact = async (
  planned: PlannedForContact,
  policy: PolicyVersion['policy'],
  ports: DispatchPorts,
): Promise<void> => {
  const { present, stoodDown } = await stillTrue(planned, ports.stores)
  for (const why of stoodDown) ports.log.write('TEXT_STOOD_DOWN', { academy: planned.academy, kind: planned.kind, why })
  const ready = contactText(planned, present, policy, ports.now())
  if (!ready) return
  const refusing = await claimAndSend(planned, ready, policy, ports)
  const left = planned.pupils.filter((pupil) => !refusing.includes(pupil))
  if (refusing.length > 0 && left.length > 0) await sendToContact({ ...planned, pupils: left }, policy, ports)
}

const sendToStaff = async (
  planned: Extract<TextPlanned, { to: 'staff' }>,
  policy: PolicyVersion['policy'],
  ports: DispatchPorts,
): Promise<void> => {
  const now = ports.now()
  const member = (await ports.stores.roll.staff(planned.academy)).find((each) => each.staffId === planned.staffId)
  const task = await ports.stores.task(planned.academy, planned.taskId)
  if (!member?.mobile || task?.state !== 'open') return
  const record = {
    state: 'claimed',
    kind: 'page',
    step: member.role,
    session: planned.session,
    contactId: planned.staffId,
    at: now,
    leaseUntil: addMinutes(now, LEASE_MINUTES),
  } as const
  const slot = textSlot(record)
  const ready: Ready = {
    home: { on: 'task', taskId: planned.taskId },
    slot,
    record,
    standing: { session: planned.session, while: [] },
    text: {
      to: member.mobile,
      from: policy.texts.number,
      senderId: policy.texts.senderId,
      body: pageText(planned.wording, planned.taskId, policy),
      reference: shortHash(`${planned.academy} ${planned.taskId} ${slot}`),
      usefulUntil: planned.usefulUntil,
      about: { academy: planned.academy, kind: 'page', pupils: [] },
    },
    act: actFor(planned, now, []),
  }
  await claimAndSend(planned, ready, policy, ports)
}

/** A task instead of a text that came too late: the family is rung. */
const ringInstead = async (planned: PlannedForContact, ports: DispatchPorts): Promise<void> => {
  if (planned.kind !== 'unreported' && planned.kind !== 'ladder' && planned.kind !== 'correction') return
  const at = ports.now()
  for (const pupil of planned.pupils) {
    const id = idOf(planned.date, 'call', pupil)
    await ports.stores.raiseTask(
      planned.academy,
      {
        id,
        kind: 'call',
        date: planned.date,
        version: 1,
        pupils: [pupil],
        session: planned.session,
        raised: at,
        due: addMinutes(at, 30),
        doers: ['office'],
        urgent: true,
        state: 'open',
        why: 'A text could not go in time. Ring the family.',
        rule: planned.rule,
        clause: planned.clause,
        pages: {},
      },
      actFor(planned, at, [pupil])('task-raised', { task: id, task_kind: 'call' }),
    )
  }
}

/**
 * Sends one planned text, once. What came of it stands in the record; a busy provider is asked again in a moment.
 */
export const dispatchText = async (planned: TextPlanned, ports: DispatchPorts): Promise<void> => {
  const { policy } = await ports.stores.policies.inForce(planned.academy, planned.date)
  const tooLate = ports.now() >= planned.usefulUntil
  if (tooLate) ports.log.write('TEXT_STOOD_DOWN', { academy: planned.academy, kind: planned.kind, why: 'too late' })
  if (planned.to === 'staff') return tooLate ? undefined : sendToStaff(planned, policy, ports)
  return tooLate ? ringInstead(planned, ports) : sendToContact(planned, policy, ports)
}
