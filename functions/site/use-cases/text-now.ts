/**
 * The office does not wait for the policy's hour: the wish stands on the child's card, and the engine judges the child at once. Recipients,
 * brothers and sisters, holds, the brake and the last look before the provider are what they are at any other hour.
 */

import { familyOf } from '../../../shared/api/family-of.ts'
import { findPupil, readPupils } from '../../../shared/api/pupils.ts'
import { type AbsenceCard, standingNow } from '../../../shared/domain/absence.ts'
import { recipientsFor } from '../../../shared/domain/contacts.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { DayRecord, OpenRecord } from '../../../shared/ports/stores.ts'
import type { Call } from '../call.ts'

export interface TextNow {
  readonly asked: readonly Pupil[]
  readonly not: readonly { readonly pupil: Pupil; readonly why: string }[]
}

/** Standings that somebody has given meanwhile: nobody is texted about a child who is accounted for. */
const KNOWN_OF = ['reported', 'answered', 'arrived', 'withdrawn'] as const

const cardWhyNot = (card: AbsenceCard | undefined): string | undefined => {
  if (card?.sessions.AM?.standing !== 'unexplained' || standingNow(card) !== 'unexplained')
    return 'The child is not missing without a reason this morning.'
  const isTexted = Object.values(card.texts).some(({ kind, state }) => kind === 'unreported' && state !== 'refused')
  return isTexted ? 'The family has been texted about this morning.' : undefined
}

const whyNot = (call: Call, pupil: Pupil, day: DayRecord, open: OpenRecord): string | undefined => {
  const card = cardWhyNot(day.cards.find((each) => each.pupil === pupil.key))
  if (card !== undefined) return card
  if (open.holds.some((hold) => hold.pupil === pupil.key)) return 'On hold: nothing automatic goes to this family.'
  if (day.brakes.some(({ state, pupils }) => state === 'held' && pupils.includes(pupil.key)))
    return 'Held back with others: the Attendance Lead or the Head decides.'
  const when = { policy: call.policy, date: call.date, stopped: open.stopped, tried: [] }
  return recipientsFor(pupil, 'entitled', when).length === 0
    ? 'There is nobody we may text. Ring the family.'
    : undefined
}

/** The children named, and those of their brothers and sisters who are missing too: one text speaks of them together. */
const withFamilies = async (call: Call, ids: readonly string[], day: DayRecord): Promise<Result<readonly Pupil[]>> => {
  const named: Pupil[] = []
  for (const id of new Set(ids)) {
    const found = await findPupil(call.stores, call.academy, id)
    if (!found.ok) return found
    named.push(found.value)
  }
  const families = (await Promise.all(named.map((pupil) => familyOf(call, pupil)))).flat()
  const keys = new Set(named.map(({ key }) => key))
  const missing = families.filter(
    (key) => !keys.has(key) && cardWhyNot(day.cards.find((card) => card.pupil === key)) === undefined,
  )
  const { pupils } = await readPupils(call, missing)
  return ok([...named, ...Object.values(pupils)])
}

/** Asks that the families of these children be texted at this moment, or says about whom nothing would go. */
export const textNow = async (call: Call, date: string, ids: readonly string[]): Promise<Result<TextNow>> => {
  if (date !== call.date) return refused('not-today', 'Only today’s absences can be texted about.', 'Ring the family.')
  const { day: hours, texts } = call.policy
  if (call.time < hours.amCloses)
    return refused('too-soon', `The register closes at ${hours.amCloses}.`, 'Wait until then: many are only late.')
  if (call.time >= texts.usefulUntil.unreported)
    return refused('too-late', `No such text goes after ${texts.usefulUntil.unreported}.`, 'Ring the families.')
  const [day, open] = await Promise.all([call.stores.day(call.academy, date), call.stores.open(call.academy)])
  const pupils = await withFamilies(call, ids, day)
  if (!pupils.ok) return pupils
  const asked: Pupil[] = []
  const not: { pupil: Pupil; why: string }[] = []
  for (const pupil of pupils.value) {
    const why = whyNot(call, pupil, day, open) ?? (await ask(call, pupil, day))
    if (why === undefined) asked.push(pupil)
    else not.push({ pupil, why })
  }
  return ok({ asked, not })
}

/** Puts the wish on the card unless the child has been accounted for meanwhile. */
const ask = async (call: Call, pupil: Pupil, day: DayRecord): Promise<string | undefined> => {
  const card = day.cards.find((each) => each.pupil === pupil.key)
  const morning = card?.sessions.AM
  if (card === undefined || morning === undefined) return 'The child is not missing this morning.'
  const act = call.act('text-asked-for', { pupils: [pupil.key], detail: { session: 'AM' }, look: true })
  const absence = { ...morning, textNow: true } as const
  const set = await call.stores.setStanding(call.academy, card, 'AM', absence, undefined, KNOWN_OF, act)
  return set.set ? undefined : 'Somebody has accounted for the child meanwhile.'
}
