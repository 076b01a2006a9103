/** What each contact of some children would read, before anything is sent: the very words of dispatch, what they cost, and why so. */
import type { Policy, WordingName } from '../../../academies/policy.ts'
import { schoolYearOf } from '../calendar.ts'
import type { Carrier } from '../carried.ts'
import { isRingOnly, recipientsFor } from '../contacts.ts'
import { EXAMPLE_TOKEN, pageAddress } from '../family-page/address.ts'
import { firstName, type Pupil, type StoppedTexts } from '../people.ts'
import { countSegments, type Segments } from '../segments.ts'
import { type Composed, compose, type ToSay } from './compose.ts'

/** The wordings for families, and what each says to who may only be asked to ring. */
export const FAMILY_WORDINGS = {
  unreported: 'unreported-ring-only',
  late: 'late-ring-only',
  correction: 'correction-ring-only',
  ladder: 'ladder-ring-only',
  warning: 'late-ring-only',
  'meeting-invitation': 'late-ring-only',
  'meeting-reminder': 'late-ring-only',
  'leave-granted': 'late-ring-only',
  'leave-refused': 'late-ring-only',
  acknowledgement: 'acknowledgement',
} as const satisfies Readonly<Partial<Record<WordingName, WordingName>>>
export type FamilyWording = keyof typeof FAMILY_WORDINGS

export interface Cost extends Pick<Segments, 'alphabet' | 'parts'> {
  readonly carrier: Carrier
  /** Estimated by the policy's price of a part, in pence without VAT. */
  readonly pence: number
}

export interface PreviewedText extends Composed {
  readonly contactId: string
  /** As the contacts file gives it. */
  readonly asked?: string
  /** The policy's own carriers, the first before the second. */
  readonly costs: readonly Cost[]
}

/** What a text costs by a carrier. */
export const costOf = (policy: Policy, carrier: Carrier, body: string): Cost => {
  const { alphabet, parts } = countSegments(carrier, body)
  // Pence with a fraction: counted in hundredths, so that no sum shows what only a computer knows.
  return { carrier, alphabet, parts, pence: Math.round(parts * policy.texts.pencePerPart[carrier] * 100) / 100 }
}

/** Sessions missed in a warning that is only looked at. */
export const EXAMPLE_MISSED = 15
/** Where a meeting is that is only looked at. */
export const EXAMPLE_PLACE = 'the school office'

/** Wordings that nobody reads but parents and whoever lives with the child. */
const FOR_FAMILY_ALONE: readonly FamilyWording[] = [
  'warning',
  'meeting-invitation',
  'meeting-reminder',
  'leave-granted',
  'leave-refused',
]

export interface PreviewOf extends Pick<ToSay, 'date' | 'session' | 'time'> {
  readonly wording: FamilyWording
  readonly stopped: readonly StoppedTexts[]
}

/** Each eligible contact of a child with what they would read; empty when nobody may be texted. */
export const previewFor = (policy: Policy, pupil: Pupil, of: PreviewOf): readonly PreviewedText[] => {
  const { wording, date, session, time, stopped } = of
  const carriers = [policy.texts.provider, ...(policy.texts.second === 'none' ? [] : [policy.texts.second])]
  const eligible = recipientsFor(pupil, 'all', { policy, date, stopped, tried: [] })
  const heard = FOR_FAMILY_ALONE.includes(wording) ? eligible.filter((contact) => !isRingOnly(contact)) : eligible
  return heard.map((contact) => {
    const composed = compose(policy, {
      wording,
      ringOnly: FAMILY_WORDINGS[wording],
      isRingOnly: isRingOnly(contact),
      names: [firstName(pupil)],
      date,
      session,
      time,
      leave: { from: date, until: date },
      meeting: { date, time, place: EXAMPLE_PLACE },
      page: pageAddress(policy, EXAMPLE_TOKEN),
      missed: [{ sessions: EXAMPLE_MISSED, since: schoolYearOf(date) }],
      ...(contact.language === undefined ? {} : { language: contact.language }),
    })
    return {
      ...composed,
      contactId: contact.contactId,
      ...(contact.language === undefined ? {} : { asked: contact.language }),
      costs: carriers.map((carrier) => costOf(policy, carrier, composed.body)),
    }
  })
}
