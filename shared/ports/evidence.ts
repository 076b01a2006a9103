/** The evidence: what has happened, kept beside the record where nobody can change it, each entry under a key of its own pupil. */
import type { Entry } from '../domain/evidence/entry.ts'
import type { VersionName } from '../domain/evidence/missing-versions.ts'
import type { ArrivedLine, Seal } from '../domain/evidence/seal.ts'
import type { LocalDate } from '../domain/time.ts'

/** An entry as it is kept: known by its hash, readable with its owner's key alone. */
export interface Enclosed extends ArrivedLine {
  readonly academy: string
  /** The hashed text under the owner's key. */
  readonly box: string
}

/** What is inside once it is opened. */
export interface Opened {
  readonly entry: Entry
  readonly salt: string
}

export interface Envelopes {
  /** Salts, hashes and encloses entries; the same entry always gets the same salt and so the same hash. */
  enclose(entries: readonly Entry[]): Promise<readonly Enclosed[]>
  /** Opens an entry of an academy; `undefined` when its owner's key has been destroyed. Throws when the box is not what was enclosed. */
  open(enclosed: Enclosed): Promise<Opened | undefined>
}

/** Who decided that a day be sealed without what is missing, and why. */
export interface SealWithout {
  readonly because: string
  readonly by: string
}

/** That a pupil's key was lawfully destroyed. */
export interface ErasedPupil {
  readonly on: LocalDate
  readonly by: string
  readonly because: string
}

/** Where evidence stands. Everything is put once and never written over. */
export interface EvidenceShelf {
  /** Keeps what arrived on a date, as one file; the same entries twice are kept once. */
  keepArrived(academy: string, date: LocalDate, entries: readonly Enclosed[]): Promise<void>
  /** The names of the files that arrived on a date. */
  arrivedOn(academy: string, date: LocalDate): Promise<readonly string[]>
  /** The first date on which anything arrived. */
  firstArrival(academy: string): Promise<LocalDate | undefined>
  /** The entries of an arrived file. Throws when it is missing: what has arrived is never taken away. */
  arrived(academy: string, name: string): Promise<readonly Enclosed[]>

  /** Keeps a register's version where it is found by name. */
  keepVersion(name: VersionName, entry: Enclosed): Promise<void>
  /** The versions that are kept of a date's registers. */
  versionsOn(academy: string, date: LocalDate): Promise<readonly VersionName[]>
  version(academy: string, name: VersionName): Promise<Enclosed | undefined>

  /** Says which registers the record has of a date that is over; said once. */
  expect(academy: string, date: LocalDate, registers: readonly VersionName[]): Promise<void>
  /** What was said, or `undefined` when the night has not come yet. */
  expected(academy: string, date: LocalDate): Promise<readonly VersionName[] | undefined>

  /** Keeps a person's decision that a date be sealed although register versions are missing; the first one stands. */
  decide(academy: string, date: LocalDate, decision: SealWithout): Promise<'put' | 'already'>
  decision(academy: string, date: LocalDate): Promise<SealWithout | undefined>

  /** Keeps that a pupil was erased; the first that was said stands. */
  keepErased(academy: string, pupil: string, erased: ErasedPupil): Promise<'put' | 'already'>
  erased(academy: string, pupil: string): Promise<ErasedPupil | undefined>

  /** Keeps a seal; `already` when the day has one, which then stands. */
  keepSeal(seal: Seal): Promise<'put' | 'already'>
  seal(academy: string, date: LocalDate): Promise<Seal | undefined>
  /** The dates that are sealed, in order. */
  sealedDates(academy: string): Promise<readonly LocalDate[]>
}
