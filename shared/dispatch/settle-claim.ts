/**
 * A claim that was there before: done, on its way in another hand, or past its lease and so uncertain. Where the provider can be asked
 * it is asked, twice and a minute apart, before the text is sent again; where it cannot, a person settles it.
 */
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import type { TextRecord } from '../domain/absence.ts'
import { attemptKey } from '../follow-up/text-reference.ts'
import type { TextHome } from '../ports/stores.ts'
import type { Texter } from '../ports/texter.ts'
import type { DispatchPorts } from './ports.ts'
import type { Ready } from './ready.ts'

/** A provider may be slow to list what it took: "none" counts when said twice, this far apart. */
const LOOK_UPS = 2
const BETWEEN_SECONDS = 60

/** Where the record really stands: the text may have been claimed for more children than are still to be told. */
const homeOf = (ready: Ready, record: TextRecord): TextHome => {
  if (ready.home.on === 'task') return ready.home
  const pupils = record.pupils ?? ready.home.pupils
  return { ...ready.home, owner: record.owner ?? record.pupils?.[0] ?? ready.home.owner, pupils }
}

type Asked = Pick<DispatchPorts, 'stores' | 'texts' | 'now' | 'log'>

const move = async (
  planned: TextPlanned,
  ready: Ready,
  home: TextHome,
  to: { readonly state: 'uncertain' } | { readonly state: 'accepted'; readonly providerId: string },
  { stores, now, log }: Asked,
): Promise<void> => {
  const { state, ...came } = to
  const act = { ...ready.act(`text-${state}`, { ...came, contact: ready.record.contactId }), look: true as const }
  const lookUp = state === 'accepted' ? { lookUp: true } : {}
  await stores.moveText(planned.academy, home, ready.slot, { ...to, ...lookUp, at: now() }, act)
  log.write(state === 'accepted' ? 'TEXT_ACCEPTED' : 'TEXT_UNCERTAIN', { academy: planned.academy, kind: planned.kind })
}

/** Settles a claim found in the slot. A claim within its lease is left to whoever holds it. */
export const settleClaim = async (
  planned: TextPlanned,
  ready: Ready,
  record: TextRecord,
  texter: Texter,
  ports: Asked,
): Promise<void> => {
  if (record.state !== 'claimed' || record.leaseUntil > ports.now()) return
  const home = homeOf(ready, record)
  const answer = texter.find
    ? await texter.find(attemptKey({ academy: planned.academy, slot: ready.slot, home }, record.at))
    : ({ found: 'unknown' } as const)
  if (answer.found === 'taken')
    return move(planned, ready, home, { state: 'accepted', providerId: answer.providerId }, ports)
  if (answer.found === 'unknown') return move(planned, ready, home, { state: 'uncertain' }, ports)
  const { lookUps = 0, ...again } = planned
  if (lookUps + 1 < LOOK_UPS) {
    await ports.texts.send([{ ...planned, lookUps: lookUps + 1 }], { delaySeconds: BETWEEN_SECONDS })
    return
  }
  // It never left: the slot is free again, and the text goes as if for the first time if it is still true.
  await ports.stores.releaseText(planned.academy, home, ready.slot, record.at, ready.act('text-released'))
  await ports.texts.send([again])
}
