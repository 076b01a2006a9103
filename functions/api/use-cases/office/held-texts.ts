/** What a held batch would say to whom if it were released now: the recipients and the very words of dispatch, on the marks of this moment. */
import type { Policy } from '../../../../academies/policy.ts'
import { standingNow } from '../../../../shared/domain/absence.ts'
import { isRingOnly, recipientsFor } from '../../../../shared/domain/contacts.ts'
import { EXAMPLE_TOKEN, pageAddress } from '../../../../shared/domain/family-page/address.ts'
import type { Brake } from '../../../../shared/domain/known.ts'
import { type Contact, firstName, type Pupil, type PupilKey } from '../../../../shared/domain/people.ts'
import { compose, type Missed } from '../../../../shared/domain/texts/compose.ts'
import { FAMILY_WORDINGS, type FamilyWording } from '../../../../shared/domain/texts/preview.ts'
import type { LocalTime } from '../../../../shared/domain/time.ts'
import type { DayRecord, OpenRecord } from '../../../../shared/ports/stores.ts'

export interface HeldText {
  readonly contact: Contact
  readonly pupils: readonly Pupil[]
  readonly body: string
}

export interface HeldTexts {
  readonly texts: readonly HeldText[]
  readonly withoutText: readonly { readonly pupil: Pupil; readonly why: string }[]
}

interface Moment {
  readonly policy: Policy
  readonly date: string
  readonly time: LocalTime
  readonly day: Pick<DayRecord, 'cards'>
  readonly open: Pick<OpenRecord, 'stopped' | 'holds'>
  /** Of those of whom a warning that is held is still true: what it says. */
  readonly missed: ReadonlyMap<PupilKey, Missed>
}

const wordingOf = ({ kind }: Brake): FamilyWording => (kind === 'late' || kind === 'warning' ? kind : 'unreported')

const whyNot = (brake: Brake, pupil: Pupil, { day, open, missed }: Moment): string | undefined => {
  if (open.holds.some((hold) => hold.pupil === pupil.key)) return 'On hold: nothing automatic goes to this family.'
  if (brake.kind === 'warning' && !missed.has(pupil.key)) return 'Above the line by the marks as they are now.'
  if (brake.kind !== 'unreported') return undefined
  const card = day.cards.find((each) => each.pupil === pupil.key)
  const standing = card && standingNow(card)
  if (standing === 'arrived') return 'In school now.'
  if (standing === 'reported' || standing === 'answered') return 'The family has answered.'
  return standing === 'withdrawn' ? 'There was no absence.' : undefined
}

const say = (
  brake: Brake,
  contact: Contact,
  pupils: readonly Pupil[],
  { policy, date, time, missed }: Moment,
): HeldText => {
  const wording = wordingOf(brake)
  const { body } = compose(policy, {
    wording,
    ringOnly: FAMILY_WORDINGS[wording],
    isRingOnly: isRingOnly(contact),
    names: pupils.map(firstName),
    date,
    session: brake.session,
    time,
    ...(brake.kind === 'warning' ? { missed: pupils.flatMap(({ key }) => missed.get(key) ?? []) } : {}),
    // The address is made when a text goes, for that text alone: until then an example stands for it.
    page: pageAddress(policy, EXAMPLE_TOKEN),
    ...(contact.language === undefined ? {} : { language: contact.language }),
  })
  return { contact, pupils, body }
}

/** One text to a contact, about brothers and sisters together. */
export const heldTexts = (brake: Brake, held: readonly Pupil[], moment: Moment): HeldTexts => {
  const refused = held.flatMap((pupil) => {
    const why = whyNot(brake, pupil, moment)
    return why === undefined ? [] : [{ pupil, why }]
  })
  const due = held.filter((pupil) => !refused.some((each) => each.pupil === pupil))
  const when = { policy: moment.policy, date: moment.date, stopped: moment.open.stopped, tried: [] }
  const asked = due.flatMap((pupil) => recipientsFor(pupil, 'entitled', when).map((contact) => ({ pupil, contact })))
  const contacts = new Map(asked.map(({ contact }) => [contact.contactId, contact]))
  const texts = [...contacts.values()].map((contact) =>
    say(
      brake,
      contact,
      asked.filter((each) => each.contact.contactId === contact.contactId).map(({ pupil }) => pupil),
      moment,
    ),
  )
  const nobody = due.filter((pupil) => !asked.some((each) => each.pupil === pupil))
  const ring = nobody.map((pupil) => ({ pupil, why: 'There is nobody we may text. Ring the family.' }))
  return { texts, withoutText: [...refused, ...ring] }
}
