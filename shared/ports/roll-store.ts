/** Policies by version, the files a school imports, by generation, and what texts cost. */
import type { Policy } from '../../academies/policy.ts'
import type { DayKind } from '../domain/calendar.ts'
import type { Pupil, PupilKey, RollEntry, SchoolClass, StaffMember } from '../domain/people.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface PolicyVersion {
  readonly version: string
  readonly policy: Policy
  readonly from: LocalDate
}

/** One publication of a version, and whose it was. */
export interface PublishedVersion {
  readonly version: string
  readonly from: LocalDate
  readonly act: Pick<Act, 'at' | 'by' | 'detail'>
}

export interface PolicyStore {
  /** The version in force on a date: each day's decisions pin one. Throws when the academy has none. */
  inForce(academy: string, date: LocalDate): Promise<PolicyVersion>
  publish(academy: string, version: PolicyVersion, act: Act): Promise<void>
  /** Every version that was published, the newest first. */
  history(academy: string): Promise<readonly PublishedVersion[]>
  /** The text of a version; `undefined` when there is none of that name. */
  version(academy: string, version: string): Promise<Policy | undefined>
  /** Every academy with a policy. */
  academies(): Promise<readonly string[]>
  /** The academy whose texts come from this number, or whose absence line it is. */
  academyOfNumber(number: string): Promise<string | undefined>
}

/** Which generation of each imported file is live, and the little that every look at a day needs. */
export interface Live {
  readonly generations: Readonly<Record<'roll' | 'contacts' | 'staff' | 'agencies' | 'calendar', number>>
  readonly classes: readonly SchoolClass[]
}

export interface RollStore {
  live(academy: string): Promise<Live>
  /** A class's roll, in surname order. */
  roster(academy: string, classId: string): Promise<readonly RollEntry[]>
  /** The rolls of these classes, by class; those that have none are left out. */
  rosters(academy: string, classIds: readonly string[]): Promise<Readonly<Record<string, readonly RollEntry[]>>>
  /** Pupils with contacts and agencies; those not found are left out. As of the last reading of what is open, or with `strong` of now. */
  pupils(academy: string, keys: readonly PupilKey[], strong?: boolean): Promise<Readonly<Record<PupilKey, Pupil>>>
  /** The key of a pupil id, or `undefined`. */
  keyOf(academy: string, pupilId: string): Promise<PupilKey | undefined>
  /** Remembers, for good, the keys of pupils who go off the roll. */
  keepKeys(academy: string, keys: Readonly<Record<string, PupilKey>>): Promise<void>
  /** The keys that these pupil ids had before they went off the roll. */
  formerKeys(academy: string, pupilIds: readonly string[]): Promise<Readonly<Record<string, PupilKey>>>
  /** Keeps, for good, who a pupil was when a roll names them no more. */
  keepLeaver(academy: string, pupil: Pupil, act: Act): Promise<void>
  /** Pupils who went off the roll, as they were then; those who never did are left out. */
  leavers(academy: string, keys: readonly PupilKey[]): Promise<Readonly<Record<PupilKey, Pupil>>>
  /** Everybody who ever went off the roll, those who came back too. */
  allLeavers(academy: string): Promise<readonly Pupil[]>
  staff(academy: string): Promise<readonly StaffMember[]>
  /** Dates that calendar.csv listed; `undefined` when none was imported, and the policy's calendar rules. */
  listedDates(academy: string): Promise<Readonly<Record<LocalDate, { kind: DayKind; note?: string }>> | undefined>
  /** Writes a generation of a file beside the live one; nothing reads it until `goLive`. `busy`: another import is writing it. */
  stage(
    academy: string,
    generation: number,
    staged: StagedFile,
    by?: { readonly importId: string; readonly at: Instant },
  ): Promise<'staged' | 'busy'>
  /** One conditional write makes a staged generation live; `stale` when another import won meanwhile. */
  goLive(
    academy: string,
    file: StagedFile['file'],
    from: number,
    to: number,
    classes: readonly SchoolClass[] | undefined,
    act: Act,
  ): Promise<'live' | 'stale'>
  /**
   * Takes away generations of a file that nothing reads any more: all but the live one, the one before it, and those of contacts whose
   * numbers still match.
   */
  clearOld(academy: string, file: StagedFile['file']): Promise<void>
  /** Contacts of this academy with this number, mobile or landline, and the pupils they stand for. A number given up matches for 30 days. */
  contactsOfNumber(
    academy: string,
    mobile: string,
    today: LocalDate,
  ): Promise<readonly { contactId: string; pupils: readonly PupilKey[] }[]>
  /** What a number in E.164 is called where it may not stand itself: the keyed hash of it, by the newest key. */
  hashOf(number: string): Promise<string>
}

export type StagedFile =
  | { readonly file: 'roll'; readonly pupils: readonly Omit<Pupil, 'contacts' | 'agencies'>[] }
  | { readonly file: 'contacts'; readonly byPupil: Readonly<Record<PupilKey, Pupil['contacts']>> }
  | { readonly file: 'agencies'; readonly byPupil: Readonly<Record<PupilKey, Pupil['agencies']>> }
  | { readonly file: 'staff'; readonly staff: readonly StaffMember[] }
  | { readonly file: 'calendar'; readonly dates: Readonly<Record<LocalDate, { kind: DayKind; note?: string }>> }

/** What texts are held to cost. */
export interface SpendStore {
  /** Keeps the pence of a date; a date kept again is replaced. */
  put(academy: string, date: LocalDate, pence: number, act: Act): Promise<void>
  /** The sum of a month, `2026-01`, in pence. */
  of(academy: string, month: string): Promise<number>
  /** The days of a month that were counted, in pence; a moment old. */
  days(academy: string, month: string): Promise<Readonly<Record<LocalDate, number>>>
}
