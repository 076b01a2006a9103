/**
 * The brake: a batch too big to be true is held for a person. Above a share of a class or of the school (and a least number), or on
 * register data too old to trust, or when the school has closed since. Vulnerable pupils and open cases are never held; corrections never are.
 *
 * A brake speaks of the pupils it holds and of nobody else: a release lets those go, and whoever goes missing afterwards is a
 * batch of their own that is judged afresh.
 */
import type { TextKind } from '../absence.ts'
import { closureOf } from '../calendar.ts'
import type { Session } from '../codes.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Brake } from '../known.ts'
import type { BrakeOrder, Order, TextOrder } from '../order.ts'
import type { PupilKey } from '../people.ts'
import { minutesBetween } from '../time.ts'

const BRAKED: readonly TextKind[] = ['unreported', 'late', 'warning']

const isBraked = (order: Order): order is TextOrder => order.do === 'text' && BRAKED.includes(order.kind)

const isExempt = (facts: Facts, pupil: PupilKey): boolean =>
  facts.isVulnerable(pupil) || facts.caseOf(pupil) !== undefined

/** What a batch is of. */
type Batch = Pick<TextOrder, 'kind' | 'session'>

const isOf =
  (batch: Batch) =>
  (other: Batch): boolean =>
    other.kind === batch.kind && other.session === batch.session

const isStale = (facts: Facts, classId: string, session: Session): boolean => {
  const register = facts.register(classId, session)
  return (
    facts.policy.registerSource === 'mis' &&
    register !== undefined &&
    minutesBetween(register.asOf, facts.now) > facts.policy.registers.freshWithinMinutes
  )
}

/** The school closed after registers of that session were in. */
const hasClosedSince = (facts: Facts, session: Session): boolean =>
  closureOf(facts.known.closures, facts.known.date, session) !== undefined

/** Why a held batch needs no person any more: the data it was held on is fresh again, the closure undone. */
export const whyOver = (facts: Facts, brake: Pick<Brake, 'because' | 'classId' | 'session'>): string | undefined => {
  const { because, classId, session } = brake
  if (because === 'closure-day' && !hasClosedSince(facts, session)) return 'the closure was undone'
  if (because === 'stale-register' && classId !== undefined && !isStale(facts, classId, session))
    return 'the register is fresh again'
  return undefined
}

const classOf = (facts: Facts, pupil: PupilKey): string | undefined =>
  facts.card(pupil)?.classId ?? facts.pupil(pupil)?.classId

/** Everybody of the batch today, texted already or about to be, less those whom a person released. */
const pupilsOf = (facts: Facts, texts: readonly TextOrder[], batch: Batch): readonly PupilKey[] => {
  const texted = facts.known.cards.filter((card) => Object.values(card.texts).some(isOf(batch)))
  const released = facts.known.brakes.filter(isOf(batch)).filter((brake) => brake.state === 'released')
  const all = new Set([...texted.map((card) => card.pupil), ...texts.flatMap((text) => text.pupils)])
  return [...all].filter((pupil) => !released.some((brake) => brake.pupils.includes(pupil)))
}

const freeId = (facts: Facts, batch: Batch, classId: string | undefined): string => {
  const taken = new Set(facts.known.brakes.map((brake) => brake.id))
  const first = [facts.known.date, 'brake', batch.kind, batch.session, classId ?? 'all']
  let id = idOf(...first)
  for (let count = 2; taken.has(id); count++) id = idOf(...first, String(count))
  return id
}

const newBrakes = (facts: Facts, texts: readonly TextOrder[], batch: Batch): readonly BrakeOrder[] => {
  const [first] = texts
  if (!first) return []
  const { classShare, academyShare, atLeast } = facts.policy.brake
  const pupils = pupilsOf(facts, texts, batch)
  const settled = facts.known.brakes.filter(isOf(batch)).filter((brake) => whyOver(facts, brake) === undefined)
  const waiting = new Set(texts.flatMap((text) => text.pupils))
  const order = (because: Brake['because'], among: readonly PupilKey[], classId?: string): readonly BrakeOrder[] => {
    const held = among
      .filter((pupil) => waiting.has(pupil) && !isExempt(facts, pupil))
      .filter((pupil) => !settled.some((brake) => brake.pupils.includes(pupil)))
    const scope = classId === undefined ? {} : { classId }
    const brake = { id: freeId(facts, batch, classId), ...batch, because, ...scope, pupils: held.toSorted() }
    return held.length === 0 ? [] : [{ do: 'brake', rule: first.rule, clause: first.clause, brake }]
  }
  if (hasClosedSince(facts, batch.session)) return order('closure-day', pupils)
  const school = facts.known.classes.reduce((sum, each) => sum + each.pupils, 0)
  if (pupils.length >= atLeast && pupils.length * 100 > school * academyShare) return order('academy-share', pupils)
  const byClass = Map.groupBy(pupils, (pupil) => classOf(facts, pupil))
  return facts.known.classes.flatMap((schoolClass): readonly BrakeOrder[] => {
    const among = byClass.get(schoolClass.id) ?? []
    if (among.length >= atLeast && among.length * 100 > schoolClass.pupils * classShare) {
      return order('class-share', among, schoolClass.id)
    }
    // A warning rests on the counts of days that are over.
    return batch.kind !== 'warning' && isStale(facts, schoolClass.id, batch.session)
      ? order('stale-register', among, schoolClass.id)
      : []
  })
}

/** Takes out the texts a brake holds, and orders the brakes that are due; a released batch goes as the marks stand this minute. */
export const braked = (facts: Facts, orders: readonly Order[]): readonly Order[] => {
  const texts = orders.filter(isBraked)
  const fresh = BRAKED.flatMap((kind) =>
    (['AM', 'PM'] as const).flatMap((session) => {
      const batch = { kind, session }
      return newBrakes(facts, texts.filter(isOf(batch)), batch)
    }),
  )
  const holding = [
    ...facts.known.brakes.filter((brake) => brake.state !== 'released' && whyOver(facts, brake) === undefined),
    ...fresh.map((order) => order.brake),
  ]
  const isHeld = (text: TextOrder, pupil: PupilKey): boolean =>
    !isExempt(facts, pupil) && holding.filter(isOf(text)).some((brake) => brake.pupils.includes(pupil))
  const passing = orders.flatMap((order): readonly Order[] => {
    if (!isBraked(order)) return [order]
    const pupils = order.pupils.filter((pupil) => !isHeld(order, pupil))
    return pupils.length === 0 ? [] : [{ ...order, pupils }]
  })
  return [...passing, ...fresh]
}
