/**
 * A referral to the local authority as it was when the decision was made: everything the pack says, and nothing that is looked up later. A
 * mark amended afterwards changes no pack. It holds the union of what authorities ask for; what of it goes to this one, and how, its form says.
 */
import type { Code, Session } from '../codes.ts'
import type { LocalDate } from '../time.ts'
import type { Casework } from './casework.ts'
import type { ReferralForm } from './form.ts'

export interface ReferredSession {
  readonly date: LocalDate
  readonly session: Session
  readonly code: Code
  /** The school that recorded it, where it is another of the trust. */
  readonly school?: string
}

export interface ReferredParent {
  readonly contact: string
  readonly name: string
  readonly relationship: string
  readonly parentalResponsibility: boolean
  readonly livesWith: boolean
  readonly language: string | null
  /** Null where it may never be given out, or is not known. */
  readonly address: readonly string[] | null
  readonly addressWithheld: boolean
  readonly phone: string | null
  readonly courtOrder: string | null
  /** Whether a notice is asked for, and which it would be. */
  readonly asked: boolean
  readonly notice: 'first' | 'second' | 'escalate'
  /** Dates of the notices that count. */
  readonly earlier: readonly LocalDate[]
}

export interface ReferredChild {
  readonly pupilId: string
  readonly upn: string | null
  readonly name: string
  readonly forename: string
  readonly surname: string
  readonly dateOfBirth: LocalDate
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly yearGroup: string
  readonly admitted: LocalDate
  readonly lookedAfter: boolean
  readonly socialWorker: boolean
  readonly senStatus: string | null
}

export interface Referral {
  readonly id: string
  readonly reference: string
  readonly academy: string
  readonly date: LocalDate
  readonly decidedBy: string
  readonly because: string
  /** The shape in which this authority asks for it, as it was then. */
  readonly form: ReferralForm
  readonly authority: { readonly code: string; readonly name: string; readonly address: readonly string[] }
  readonly school: {
    readonly name: string
    readonly strapline: string
    readonly contact: readonly string[]
    readonly phone: string
    readonly signedBy: string
  }
  readonly pupil: ReferredChild
  readonly parents: readonly ReferredParent[]
  readonly siblings: readonly {
    readonly pupilId: string
    readonly name: string
    readonly yearGroup: string
    readonly referred: boolean
  }[]
  readonly agencies: readonly { readonly kind: string; readonly name: string }[]
  readonly window: { readonly from: LocalDate; readonly until: LocalDate; readonly schoolWeeks: number }
  /** Those that count. */
  readonly sessions: readonly ReferredSession[]
  /** Every mark of the window. */
  readonly register: readonly ReferredSession[]
  readonly figures: {
    readonly possible: number
    readonly attended: number
    readonly authorised: number
    readonly unauthorised: number
  }
  readonly support: readonly string[]
  readonly supportNotFitting: string | null
  readonly weighed: string | null
  readonly letters: readonly {
    readonly kind: string
    readonly date: LocalDate
    readonly state: string
    readonly contact: string
    /** The day it left the house, and to whom it went; of letters kept before that was said nothing. */
    readonly sent?: LocalDate | null
    readonly to?: string
  }[]
  readonly casework: Casework
  readonly improvement: { readonly from: LocalDate; readonly until: LocalDate; readonly state: string } | null
}

/** Everything of a pack. */
export const referralFolder = (academy: string, id: string): string => `referrals/${academy}/${id}/`
/** The parts of a pack: what it is made from, and what is fetched. */
export const referralPath = (academy: string, id: string, part: 'matter.json' | 'pack.zip'): string =>
  `${referralFolder(academy, id)}${part}`
