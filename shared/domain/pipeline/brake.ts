/**
 * The brake: a batch too big to be true is held for a person. Above a share of a class or of the school (and a least number), or on
 * register data too old to trust. Vulnerable pupils and open cases are never held; corrections never are.
 */
import type { TextKind } from '../absence.ts'
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

/** Everybody of a kind and session today: texted already or about to be. */
const batchOf = (
  facts: Facts,
  texts: readonly TextOrder[],
  kind: TextKind,
  session: Session,
): ReadonlySet<PupilKey> => {
  const before = facts.known.cards
    .filter((card) => Object.values(card.texts).some((text) => text.kind === kind && text.session === session))
    .map((card) => card.pupil)
  return new Set([
    ...before,
    ...texts.filter((text) => text.kind === kind && text.session === session).flatMap((text) => text.pupils),
  ])
}

const classOf = (facts: Facts, pupil: PupilKey): string | undefined =>
  facts.card(pupil)?.classId ?? facts.pupil(pupil)?.classId

const isStale = (facts: Facts, classId: string, session: Session): boolean => {
  const register = facts.register(classId, session)
  return (
    facts.policy.registerSource === 'mis' &&
    register !== undefined &&
    minutesBetween(register.asOf, facts.now) > facts.policy.registers.freshWithinMinutes
  )
}

const newBrakes = (
  facts: Facts,
  texts: readonly TextOrder[],
  kind: TextKind,
  session: Session,
): readonly BrakeOrder[] => {
  const [first] = texts.filter((text) => text.kind === kind && text.session === session)
  if (!first) return []
  const { classShare, academyShare, atLeast } = facts.policy.brake
  const batch = batchOf(facts, texts, kind, session)
  const school = facts.known.classes.reduce((sum, each) => sum + each.pupils, 0)
  const order = (because: Brake['because'], pupils: readonly PupilKey[], classId?: string): BrakeOrder => ({
    do: 'brake',
    rule: first.rule,
    clause: first.clause,
    brake: {
      id: idOf(facts.known.date, 'brake', kind, session, classId ?? 'all'),
      kind,
      session,
      because,
      ...(classId === undefined ? {} : { classId }),
      pupils: pupils.filter((pupil) => !isExempt(facts, pupil)).toSorted(),
    },
  })
  if (batch.size >= atLeast && batch.size * 100 > school * academyShare) return [order('academy-share', [...batch])]
  const byClass = Map.groupBy([...batch], (pupil) => classOf(facts, pupil))
  return facts.known.classes.flatMap((schoolClass): readonly BrakeOrder[] => {
    const pupils = byClass.get(schoolClass.id) ?? []
    if (pupils.length >= atLeast && pupils.length * 100 > schoolClass.pupils * classShare) {
      return [order('class-share', pupils, schoolClass.id)]
    }
    const waiting = pupils.some((pupil) => texts.some((text) => text.pupils.includes(pupil)))
    return waiting && isStale(facts, schoolClass.id, session) ? [order('stale-register', pupils, schoolClass.id)] : []
  })
}

const covers = (
  brake: Pick<Brake, 'kind' | 'session' | 'classId'>,
  facts: Facts,
  text: TextOrder,
  pupil: PupilKey,
): boolean =>
  brake.kind === text.kind &&
  brake.session === text.session &&
  (brake.classId === undefined || brake.classId === classOf(facts, pupil))

/** Holds the texts that a brake covers; one that a person released lets them through as the marks stand this minute. */
export const braked = (facts: Facts, orders: readonly Order[]): readonly Order[] => {
  const texts = orders.filter(isBraked)
  const known = new Set(facts.known.brakes.map((brake) => brake.id))
  const fresh = BRAKED.flatMap((kind) =>
    (['AM', 'PM'] as const).flatMap((session) => newBrakes(facts, texts, kind, session)),
  ).filter((order) => !known.has(order.brake.id) && order.brake.pupils.length > 0)
  const wholeReleased = (text: TextOrder) =>
    facts.known.brakes.some(
      (brake) =>
        brake.state === 'released' &&
        brake.classId === undefined &&
        brake.kind === text.kind &&
        brake.session === text.session,
    )
  const newOnes = fresh.filter((order) => order.brake.classId === undefined || !texts.some(wholeReleased))
  const holding = [
    ...facts.known.brakes.filter((brake) => brake.state !== 'released'),
    ...newOnes.map((order) => order.brake),
  ]
  const passing = orders.flatMap((order): readonly Order[] => {
    if (!isBraked(order)) return [order]
    const pupils = order.pupils.filter(
      (pupil) => isExempt(facts, pupil) || !holding.some((brake) => covers(brake, facts, order, pupil)),
    )
    return pupils.length === 0 ? [] : [{ ...order, pupils }]
  })
  return [...passing, ...newOnes]
}
