/** Pupils, the adults around them, and staff: what Firstbell knows of each and nothing it does not need. */
import type { LocalDate } from './time.ts'

/** A pupil's key inside the table: at most 6 characters, so that a register of 36 stays under one write unit. */
export type PupilKey = string

/** Facts that put a pupil first when they are missing, or that a report groups by. */
export type PupilFlag = 'socialWorker' | 'lookedAfter' | 'youngCarer' | 'fsm' | 'eal' | 'alert'

export type AgencyKind = 'social-worker' | 'youth-offending' | 'virtual-school' | 'early-help'

/** A professional working with one pupil. */
export interface Agency {
  readonly kind: AgencyKind
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly from?: LocalDate
  readonly until?: LocalDate
}

/**
 * One adult as they stand towards one child. The same adult may stand differently towards a brother or sister:
 * a court restriction belongs to a child, never to a person.
 */
/**
 * Texts to this number are stopped. Whoever has it said STOP: neither the person nor the phone is texted until they allow it again.
 * Or they said that it is a wrong number: the person may be texted at another.
 */
export interface StoppedTexts {
  readonly contactId: string
  readonly because: 'stop' | 'wrong-number'
  /** E.164. */
  readonly mobile: string
}

export interface Contact {
  readonly contactId: string
  /** 1 is rung first. Several may share a number. */
  readonly priority: number
  readonly name: string
  readonly relationship: string
  readonly parentalResponsibility: boolean
  readonly livesWith: boolean
  readonly hasCare: boolean
  /** E.164; absent when the school holds no UK mobile. */
  readonly mobile?: string
  readonly landline?: string
  readonly email?: string
  /** BCP 47, `en` when blank. */
  readonly language?: string
  readonly address?: readonly string[]
  readonly postcode?: string
  readonly addressConfidential: boolean
  readonly textsAllowed: boolean
  readonly lettersAllowed: boolean
  readonly noContact: boolean
  readonly courtRestriction: boolean
  readonly courtRef?: string
  /** The restriction holds to the end of this date; for ever when absent. */
  readonly courtUntil?: LocalDate
}

export interface Pupil {
  readonly key: PupilKey
  readonly pupilId: string
  readonly upn?: string
  readonly forename: string
  readonly surname: string
  readonly preferredName?: string
  readonly dateOfBirth: LocalDate
  readonly sex?: string
  /** `N1`, `N2`, `R`, `1` to `13`: placed, never computed from age. */
  readonly yearGroup: string
  readonly classId: string
  /** The starting day in the admission register. */
  readonly admitted: LocalDate
  /** The last day on roll. */
  readonly left?: LocalDate
  /** The day they came from another class, kept for that day: a register of it may have their mark already. */
  readonly moved?: LocalDate
  readonly flags: readonly PupilFlag[]
  readonly senStatus?: string
  readonly ethnicity?: string
  /** A note for staff who visit or ring; never in a text, never in a log. */
  readonly alert?: string
  readonly contacts: readonly Contact[]
  readonly agencies: readonly Agency[]
}

/** A class as the register knows it. `id` is a slug, `name` is what the school says. */
export interface SchoolClass {
  readonly id: string
  readonly name: string
  readonly yearGroup: string
  readonly pupils: number
}

/** One line of a class's roll. */
export interface RollEntry {
  readonly key: PupilKey
  readonly pupilId: string
  readonly admitted: LocalDate
  readonly left?: LocalDate
  /** The day they came from another class, kept for that day. */
  readonly moved?: LocalDate
  readonly dateOfBirth: LocalDate
  readonly yearGroup: string
}

export type StaffRole = 'teacher' | 'office' | 'lead' | 'head' | 'dsl' | 'deputy-dsl' | 'governor' | 'trust' | 'visitor'

export interface StaffMember {
  readonly staffId: string
  readonly name: string
  readonly role: StaffRole
  readonly email?: string
  readonly mobile?: string
  readonly classes: readonly string[]
  readonly from?: LocalDate
  readonly until?: LocalDate
  /** Takes this colleague's duties while `from` to `until` runs. */
  readonly coversFor?: string
}

/** The name a text may say: preferred first name, else first name. */
export const firstName = (pupil: Pick<Pupil, 'forename' | 'preferredName'>): string =>
  pupil.preferredName || pupil.forename

/** On the roll on a date: from the starting day to the leaving day, both included (regulation 8). */
export const onRoll = (entry: { admitted: LocalDate; left?: LocalDate }, date: LocalDate): boolean =>
  entry.admitted <= date && (entry.left === undefined || date <= entry.left)

/** In force on a date; an open end never ends. */
export const inForce = (span: { from?: LocalDate; until?: LocalDate }, date: LocalDate): boolean =>
  (span.from === undefined || span.from <= date) && (span.until === undefined || date <= span.until)
