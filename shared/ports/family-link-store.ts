/** Links to families' pages, for as long as they open. */
import type { PupilKey } from '../domain/people.ts'
import type { Instant } from '../domain/time.ts'

export interface FamilyLink {
  readonly academy: string
  readonly contactId: string
  /** E.164: the phone it was sent to, where a text carried it. */
  readonly sentTo?: string
  /** The mark of the address it was written to, where a letter carried it. */
  readonly postedTo?: string
  /** The children of the text or letter that carried it. */
  readonly pupils: readonly PupilKey[]
  readonly madeAt: Instant
  readonly until: Instant
}

/** `visit` is what the one browser has that pressed; absent while nobody has. `id` names the link and opens nothing. */
export interface KeptLink extends FamilyLink {
  readonly id: string
  readonly visit?: string
}

export interface FamilyLinkStore {
  /** Keeps a link under its token, of which only a digest is written. */
  keepFamilyLink(token: string, link: FamilyLink): Promise<void>
  familyLink(token: string): Promise<KeptLink | undefined>
  /** Gives the link to one browser. `already`: another had pressed before, or there is no such link. */
  spendFamilyLink(token: string, visit: string): Promise<'spent' | 'already'>
  /** Counts an answer given on the page, up to a number. */
  countFamilyAnswer(token: string, most: number): Promise<'counted' | 'too-many'>
}
