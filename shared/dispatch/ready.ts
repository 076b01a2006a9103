/** A planned text made ready to be claimed and handed over: where its record stands, who hears what, and what the chronicle will say. */
import type { Policy } from '../../academies/policy.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { type TextRecord, textSlot } from '../domain/absence.ts'
import { pageAddress } from '../domain/family-page/address.ts'
import type { StaffMember } from '../domain/people.ts'
import { countSegments } from '../domain/segments.ts'
import type { Composed } from '../domain/texts/compose.ts'
import { wordingVersion } from '../domain/texts/languages.ts'
import { addMinutes, type Instant } from '../domain/time.ts'
import { attemptKey, referenceOf } from '../follow-up/text-reference.ts'
import type { Act, Stores, TextHome } from '../ports/stores.ts'
import type { OutgoingText } from '../ports/texter.ts'
import { pageText, textFor } from './compose.ts'
import { CLAIMABLE, type PlannedForContact, type Present } from './still-true.ts'

/** Long enough for the provider's own time-out, so that no hand-over is still in flight when a claim counts as uncertain. */
export const LEASE_MINUTES = 2

/** `because` is why the text is not in the language the contact asked for, or that it is. */
type Said = Pick<Composed, 'wording' | 'language' | 'version'> & { readonly because?: Composed['because'] }

const saidOf = ({ wording, language, version, because }: Composed): Said => ({
  wording,
  language,
  version,
  ...(because === 'english' ? {} : { because }),
})

export interface Ready {
  readonly home: TextHome
  readonly slot: string
  readonly record: TextRecord
  readonly standing: Parameters<Stores['claimText']>[4]
  readonly text: OutgoingText
  /** What of the body opens a family's page: the chronicle keeps the rest. */
  readonly token?: string
  /** Which wording it is, in which language, and its version: kept with the text. Nothing of what a person wrote. */
  readonly said: Partial<Said>
  readonly act: (kind: string, detail?: Readonly<Record<string, unknown>>) => Act
}

const writerOf = (planned: TextPlanned): string =>
  planned.to === 'contact' ? (planned.written?.by ?? 'system') : 'system'

export const actFor =
  (planned: TextPlanned, now: Instant, pupils: readonly string[]) =>
  (kind: string, detail: Readonly<Record<string, unknown>> = {}): Act => ({
    at: now,
    by: kind === 'text-claimed' ? writerOf(planned) : 'system',
    kind,
    pupils,
    rule: planned.rule,
    clause: planned.clause,
    policy: planned.policy,
    detail: { kind: planned.kind, session: planned.session, ...detail },
  })

/** What a person wrote goes as it is; every other text is put into the words of the policy. */
const sayingOf = (planned: PlannedForContact, heard: readonly Present[], policy: Policy, token?: string) => {
  if (planned.written) return { body: planned.written.body, said: {} }
  const composed = textFor(planned, heard, policy, token && pageAddress(policy, token))
  return { body: composed.body, said: saidOf(composed) }
}

/** A text to a contact about the pupils of whom it is still true, or `undefined` when nobody is left. */
export const readyForContact = (
  planned: PlannedForContact,
  present: readonly Present[],
  policy: Policy,
  now: Instant,
  token?: string,
): Ready | undefined => {
  // One text goes to one phone: whoever stands under the same id with another number is told by another text.
  const [first] = present
  const heard = present.filter((each) => each.contact.mobile === first?.contact.mobile)
  const pupils = heard.map((each) => each.pupil.key).toSorted()
  const [owner] = pupils
  const mobile = present[0]?.contact.mobile
  if (owner === undefined || mobile === undefined) return undefined
  const { kind, step, session, contactId } = planned
  const { body, said } = sayingOf(planned, heard, policy, token)
  const slot = textSlot({ kind, step, session, contactId })
  const home = { on: 'cards', date: planned.date, owner, pupils } as const
  return {
    home,
    slot,
    record: {
      state: 'claimed',
      kind,
      step,
      session,
      contactId,
      at: now,
      leaseUntil: addMinutes(now, LEASE_MINUTES),
      parts: countSegments(policy.texts.provider, body).parts,
      pupils,
    },
    standing: { session, while: CLAIMABLE[kind] },
    text: {
      to: mobile,
      from: policy.texts.number,
      senderId: policy.texts.senderId,
      body,
      reference: referenceOf({ academy: planned.academy, slot, home }),
      key: attemptKey({ academy: planned.academy, slot, home }, now),
      usefulUntil: planned.usefulUntil,
      about: { academy: planned.academy, kind, pupils },
    },
    ...(token !== undefined && body.includes(token) ? { token } : {}),
    said,
    act: actFor(planned, now, pupils),
  }
}

/** A page to a member of staff with a mobile. */
export const readyForStaff = (
  planned: Extract<TextPlanned, { to: 'staff' }>,
  member: StaffMember & { readonly mobile: string },
  policy: Policy,
  now: Instant,
): Ready => {
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
  const home = { on: 'task', taskId: planned.taskId } as const
  return {
    home,
    slot,
    record,
    standing: { session: planned.session, while: [] },
    text: {
      to: member.mobile,
      from: policy.texts.number,
      senderId: policy.texts.senderId,
      body: pageText(planned.wording, planned.taskId, policy),
      reference: referenceOf({ academy: planned.academy, slot, home }),
      key: attemptKey({ academy: planned.academy, slot, home }, now),
      usefulUntil: planned.usefulUntil,
      about: { academy: planned.academy, kind: 'page', pupils: [] },
    },
    said: {
      wording: planned.wording,
      language: 'en',
      version: wordingVersion(policy.wordings[planned.wording]),
    },
    act: actFor(planned, now, []),
  }
}
