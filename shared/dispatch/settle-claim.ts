/**
 * A claim that was there before: done, on its way in another hand, or past its lease and so uncertain. Where the provider can be asked
 * it is asked, twice and a minute apart, before the text is sent again; where it cannot, a person settles it.
 */
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { textSlot } from '../domain/absence.ts'
import type { Instant } from '../domain/time.ts'
import { attemptKey } from '../follow-up/text-reference.ts'
import type { TextHome } from '../ports/stores.ts'
import type { Texter } from '../ports/texter.ts'
import type { DispatchPorts } from './ports.ts'
import { actFor, type Ready } from './ready.ts'
import type { Cards, PlannedForContact } from './still-true.ts'

/** A provider may be slow to list what it took: "none" counts when said twice, this far apart. */
const LOOK_UPS = 2
const BETWEEN_SECONDS = 60

/** A claim that was found: the slot it stands in, and what the chronicle will say of what came of it. */
export type FoundClaim = Pick<Ready, 'home' | 'slot' | 'act' | 'record'>

/** Where the record really stands: the text may have been claimed for more children than are still to be told. */
const homeOf = ({ home, record }: FoundClaim): TextHome => {
  if (home.on === 'task') return home
  const pupils = record.pupils ?? home.pupils
  return { ...home, owner: record.owner ?? record.pupils?.[0] ?? home.owner, pupils }
}

/**
 * A claim past its lease of a text to a contact. It is settled before anything else is asked: whether the text went does not depend on
 * whether it is still true, or may still go.
 */
export const claimLeft = (planned: PlannedForContact, cards: Cards, now: Instant): FoundClaim | undefined => {
  const slot = textSlot(planned)
  const left = planned.pupils.flatMap((pupil) => {
    const record = cards.get(pupil)?.texts[slot]
    return record?.state === 'claimed' && record.leaseUntil <= now ? [{ pupil, record }] : []
  })
  // The owner's card says about whom the text was; the others only point to it.
  const found = left.find(({ record }) => record.owner === undefined) ?? left[0]
  if (found === undefined) return undefined
  const { record } = found
  const pupils = record.pupils ?? planned.pupils
  const home = { on: 'cards', date: planned.date, owner: found.pupil, pupils } as const
  return { slot, record, home, act: actFor(planned, now, pupils) }
}

type Asked = Pick<DispatchPorts, 'stores' | 'texts' | 'now' | 'log'>

const move = async (
  planned: TextPlanned,
  claim: FoundClaim,
  home: TextHome,
  to: { readonly state: 'uncertain' } | { readonly state: 'accepted'; readonly providerId: string },
  { stores, now, log }: Asked,
): Promise<void> => {
  const { state, ...came } = to
  const act = { ...claim.act(`text-${state}`, { ...came, contact: claim.record.contactId }), look: true as const }
  const lookUp = state === 'accepted' ? { lookUp: true } : {}
  await stores.moveText(planned.academy, home, claim.slot, { ...to, ...lookUp, at: now() }, act)
  log.write(state === 'accepted' ? 'TEXT_ACCEPTED' : 'TEXT_UNCERTAIN', { academy: planned.academy, kind: planned.kind })
}

/** Settles a claim found in the slot. A claim within its lease is left to whoever holds it. */
export const settleClaim = async (
  planned: TextPlanned,
  claim: FoundClaim,
  texter: Texter,
  ports: Asked,
): Promise<void> => {
  const { record, slot, act } = claim
  if (record.state !== 'claimed' || record.leaseUntil > ports.now()) return
  const home = homeOf(claim)
  const answer = texter.find
    ? await texter.find(attemptKey({ academy: planned.academy, slot, home }, record.at))
    : ({ found: 'unknown' } as const)
  if (answer.found === 'taken')
    return move(planned, claim, home, { state: 'accepted', providerId: answer.providerId }, ports)
  if (answer.found === 'unknown') return move(planned, claim, home, { state: 'uncertain' }, ports)
  const { lookUps = 0, ...again } = planned
  if (lookUps + 1 < LOOK_UPS) {
    await ports.texts.send([{ ...planned, lookUps: lookUps + 1 }], { delaySeconds: BETWEEN_SECONDS })
    return
  }
  // It never left: the slot is free again, and the text goes as if for the first time if it is still true.
  await ports.stores.releaseText(planned.academy, home, slot, record.at, act('text-released'))
  await ports.texts.send([again])
}
