/** Claims a text, hands it over once, and writes down what came of it. */
import type { Policy } from '../../academies/policy.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import type { TextRecord } from '../domain/absence.ts'
import { countSegments } from '../domain/segments.ts'
import type { Handover } from '../ports/texter.ts'
import type { DispatchPorts } from './ports.ts'
import { LEASE_MINUTES, type Ready } from './ready.ts'
import { settleClaim } from './settle-claim.ts'
import { askAfter } from './what-became.ts'

/** A busy provider is asked again this soon; the text's own end of usefulness ends the asking. */
const AGAIN_SECONDS = 30
/** A text of which nobody knows is looked for when its lease has run out: until then it may still be on its way. */
const AFTER_LEASE_SECONDS = LEASE_MINUTES * 60 + 10

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
  const came =
    handover.outcome === 'accepted' ? { providerId: handover.providerId, lookUp: handover.echoed !== true } : {}
  const providerId = handover.outcome === 'accepted' ? { providerId: handover.providerId } : {}
  const act = { ...ready.act(`text-${state}`, { ...providerId, contact: ready.record.contactId }), at }
  // A text that was taken asks nothing more: the alarm for its receipt was set when it was planned.
  const needsLook = state !== 'accepted'
  await ports.stores.moveText(
    academy,
    ready.home,
    ready.slot,
    { state, at, ...came },
    needsLook ? { ...act, look: true } : act,
  )
  const code = { accepted: 'TEXT_ACCEPTED', refused: 'TEXT_REFUSED', uncertain: 'TEXT_UNCERTAIN' }[handover.outcome]
  ports.log.write(code, { academy, kind: planned.kind })
}

/** Claims and hands over; answers with the pupils whose card refused, so that the rest can be told. */
export const claimAndSend = async (
  planned: TextPlanned,
  ready: Ready,
  policy: Policy,
  ports: DispatchPorts,
): Promise<readonly string[]> => {
  const { body, to } = ready.text
  const claim = await ports.stores.claimText(
    planned.academy,
    ready.home,
    ready.slot,
    ready.record,
    ready.standing,
    ready.act('text-claimed', {
      // Whoever reads the chronicle could else open the page, and answer as the parent.
      body: ready.token === undefined ? body : body.replaceAll(ready.token, '…'),
      to,
      contact: ready.record.contactId,
      step: ready.record.step,
      ...ready.said,
      parts: countSegments(policy.texts.provider, body).parts,
    }),
  )
  if (claim.claim === 'refused') return claim.pupils
  const texter = ports.texterOf(policy)
  if (claim.claim === 'taken') {
    await settleClaim(planned, { ...ready, record: claim.record }, texter, ports)
    return []
  }
  const handover = await texter.send(ready.text, ports.now())
  if (handover.outcome === 'uncertain' && texter.find)
    await ports.texts.send([planned], { delaySeconds: AFTER_LEASE_SECONDS })
  else {
    await settle(planned, ready, handover, ports)
    if (handover.outcome === 'accepted')
      await askAfter(planned, { ...ready, providerId: handover.providerId }, texter, policy.texts, ports)
  }
  return []
}
