/** Writes everything that a referral says, as it is known at the moment of the decision. */
import type { Consider } from '../../../../events/api/penalties.ts'
import { isBarred } from '../../../../shared/domain/contacts.ts'
import { type CountedMark, tallyOf } from '../../../../shared/domain/counting/tally.ts'
import { letterRecipients } from '../../../../shared/domain/letter-recipients.ts'
import { type Letter, letterReference } from '../../../../shared/domain/letters/stored.ts'
import { type Consideration, standing } from '../../../../shared/domain/penalties/consider.ts'
import type { ReferralForm } from '../../../../shared/domain/penalties/form.ts'
import { countingNotices, issuedOn, wouldBe } from '../../../../shared/domain/penalties/ledger.ts'
import { ledgerRuleOf, parentsInLaw } from '../../../../shared/domain/penalties/obstacles.ts'
import type { Referral, ReferredChild, ReferredParent } from '../../../../shared/domain/penalties/referral.ts'
import { type Contact, inForce, type Pupil } from '../../../../shared/domain/people.ts'
import { addDays, localDate } from '../../../../shared/domain/time.ts'
import type { PenaltyMatter } from '../../../../shared/penalties/load-penalties.ts'
import type { Call } from '../../call.ts'
import { gatherCasework } from './gather-casework.ts'
import { marksOfMatter } from './improve-notice.ts'
import { marksElsewhere } from './marks-elsewhere.ts'

export type Refer = Extract<Consider, { decision: 'refer' }>
const YEAR = 366

/** Parents whose address is confidential, or shared with one that is, or who are kept away from the child: it is given out by nobody. */
const withheldOf = (pupil: Pupil, date: string): ReadonlySet<string> => {
  const { unposted } = letterRecipients(pupil, date)
  const confidential = unposted.filter(({ because }) => because === 'confidential' || because === 'shared-with-barred')
  const barred = pupil.contacts.filter((contact) => isBarred(contact, date))
  return new Set([...confidential, ...barred].map(({ contactId }) => contactId))
}

const parentOf =
  (call: Call, { judged: record }: PenaltyMatter, asked: readonly string[], withheld: ReadonlySet<string>) =>
  (contact: Contact): ReferredParent => {
    const own = record.notices.filter(({ contactId }) => contactId === contact.contactId)
    const rule = ledgerRuleOf(call.policy)
    const addressWithheld = withheld.has(contact.contactId)
    const address = [...(contact.address ?? []), ...(contact.postcode === undefined ? [] : [contact.postcode])]
    return {
      contact: contact.contactId,
      name: contact.name,
      relationship: contact.relationship,
      parentalResponsibility: contact.parentalResponsibility,
      livesWith: contact.livesWith,
      language: contact.language ?? null,
      address: addressWithheld || address.length === 0 ? null : address,
      addressWithheld,
      phone: contact.mobile ?? contact.landline ?? null,
      courtOrder: contact.courtRestriction ? (contact.courtRef ?? 'reference not known') : null,
      asked: asked.includes(contact.contactId),
      notice: wouldBe(own, call.date, rule),
      earlier: countingNotices(own, call.date, rule).flatMap((notice) => issuedOn(notice) ?? []),
    }
  }

/** Children who share a mobile with a parent of this one. */
const siblingsOf = async (call: Call, pupil: Pupil): Promise<Referral['siblings']> => {
  const mobiles = parentsInLaw(pupil).flatMap(({ mobile }) => mobile ?? [])
  const found = await Promise.all(
    [...new Set(mobiles)].map((mobile) => call.stores.roll.contactsOfNumber(call.academy, mobile, call.date)),
  )
  const keys = new Set(found.flat().flatMap(({ pupils }) => pupils))
  keys.delete(pupil.key)
  const [pupils, records] = await Promise.all([
    call.stores.roll.pupils(call.academy, [...keys]),
    Promise.all([...keys].map((key) => call.stores.penaltyRecord(call.academy, key))),
  ])
  const referred = new Set(
    records.flatMap((record) =>
      record && standing(record.considered).some(({ decision }) => decision === 'refer') ? [record.pupil] : [],
    ),
  )
  return Object.values(pupils)
    .toSorted((one, other) => (one.pupilId < other.pupilId ? -1 : 1))
    .map(({ key, pupilId, forename, surname, yearGroup }) => ({
      pupilId,
      name: `${forename} ${surname}`,
      yearGroup,
      referred: referred.has(key),
    }))
}

/** Of the last year, but for what every family of the school gets. */
const lettersOf = async (call: Call, { key }: Pupil): Promise<readonly Letter[]> => {
  const [open, resting] = await Promise.all([
    call.stores.openLetters(call.academy),
    call.stores.restingLetters(call.academy, addDays(call.date, -YEAR), call.date),
  ])
  return [...open, ...resting]
    .filter(({ pupil, kind }) => pupil === key && kind !== 'traffic-light' && kind !== 'full-attendance')
    .toSorted((one, other) => (`${one.date} ${one.id}` < `${other.date} ${other.id}` ? -1 : 1))
}

const letterShown =
  ({ policy: { zone } }: Call, { contacts }: Pupil) =>
  ({ kind, date, state, contactId, sent }: Letter): Referral['letters'][number] => ({
    kind,
    date,
    state,
    contact: contactId,
    sent: sent === undefined ? null : localDate(sent.at, zone),
    to: contacts.find((contact) => contact.contactId === contactId)?.name ?? 'a contact no longer known',
  })

const pupilOf = (pupil: Pupil): ReferredChild => ({
  pupilId: pupil.pupilId,
  upn: pupil.upn ?? null,
  name: `${pupil.forename} ${pupil.surname}`,
  forename: pupil.forename,
  surname: pupil.surname,
  dateOfBirth: pupil.dateOfBirth,
  sex: pupil.sex ?? null,
  ethnicity: pupil.ethnicity ?? null,
  yearGroup: pupil.yearGroup,
  admitted: pupil.admitted,
  lookedAfter: pupil.flags.includes('lookedAfter'),
  socialWorker: pupil.flags.includes('socialWorker'),
  senStatus: pupil.senStatus ?? null,
})

const schoolOf = ({ policy: { name, letters } }: Call): Referral['school'] => ({
  name,
  strapline: letters.letterhead.strapline,
  contact: [...letters.letterhead.address, letters.letterhead.phone, letters.letterhead.website],
  phone: letters.signatory.phone,
  signedBy: letters.signatory.title,
})

/** Everything that the pack says, as it is known at this moment. */
export const writeReferral = async (
  call: Call,
  asked: Refer,
  { id, because }: Consideration,
  matter: PenaltyMatter,
  form: ReferralForm,
): Promise<Referral> => {
  const { academy, policy, date } = call
  const { count, pupil, record } = matter
  const [all, siblings, letters] = await Promise.all([
    marksOfMatter(call, matter),
    siblingsOf(call, pupil),
    lettersOf(call, pupil),
  ])
  const since = addDays(date, -YEAR)
  const [from = date, until = date] = [count.counted[0]?.date, count.counted.at(-1)?.date]
  const elsewhere = await marksElsewhere(call, matter, { from, until })
  const here = new Set(all.map((mark) => `${mark.date} ${mark.session}`))
  const register = [...elsewhere.marks.filter((mark) => !here.has(`${mark.date} ${mark.session}`)), ...all].filter(
    (mark) => from <= mark.date && mark.date <= until,
  )
  const { possible, attended, authorised, unauthorised } = tallyOf(register)
  const bare = ({ date: on, session, code, school }: CountedMark) => ({
    date: on,
    session,
    code,
    ...(school === undefined ? {} : { school: elsewhere.names.get(school) ?? school }),
  })
  const { improve } = record
  return {
    id,
    reference: letterReference(academy, id),
    academy,
    date,
    decidedBy: call.caller.sub,
    because,
    form,
    authority: { ...policy.localAuthority, address: [...policy.penalties.sendTo] },
    school: schoolOf(call),
    pupil: pupilOf(pupil),
    parents: parentsInLaw(pupil).map(parentOf(call, matter, asked.parents, withheldOf(pupil, date))),
    siblings,
    agencies: pupil.agencies.filter((agency) => inForce(agency, date)).map(({ kind, name }) => ({ kind, name })),
    window: { from, until, schoolWeeks: policy.penalties.schoolWeeks },
    sessions: count.counted.map(bare),
    register: register.toSorted((a, b) => (`${a.date} ${a.session}` < `${b.date} ${b.session}` ? -1 : 1)).map(bare),
    figures: { possible, attended, authorised, unauthorised },
    support: [...asked.support],
    supportNotFitting: asked.supportNotFitting ?? null,
    weighed: asked.weighed ?? null,
    letters: letters.map(letterShown(call, pupil)),
    casework: await gatherCasework(call, pupil, letters, since, { from, until: date }),
    improvement: improve ? { from: improve.from, until: improve.until, state: improve.state } : null,
  }
}
