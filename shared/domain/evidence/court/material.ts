/** What a bundle on paper is written from: everything read already, nothing looked up while writing. */

import type { Visit } from '../../case.ts'
import type { Letter } from '../../letters/stored.ts'
import { shortDate } from '../../letters/written-date.ts'
import type { Pupil } from '../../people.ts'
import type { Register } from '../../register.ts'
import { type Instant, type LocalDate, localDate, localTime, type Zone } from '../../time.ts'
import type { Link } from '../chain.ts'
import type { Entry } from '../entry.ts'

/** How an entry stands towards the seals. */
export type Standing = 'sealed' | 'late' | 'before-sealing' | 'not-sealed-yet'

export interface Told {
  readonly entry: Entry
  readonly standing: Standing
}

export interface Material {
  readonly academy: string
  readonly school: string
  readonly zone: Zone
  readonly pupil: Pupil
  readonly from: LocalDate
  readonly until: LocalDate
  /** When the bundle was asked for and by whom. */
  readonly asked: { readonly at: Instant; readonly by: string }
  /** In order of time. */
  readonly told: readonly Told[]
  /** The registers of the period that have a mark of the pupil, as they stand now. */
  readonly registers: readonly Register[]
  /** Letters that left the house in the period. */
  readonly letters: readonly Letter[]
  readonly visits: readonly Visit[]
  readonly links: readonly Link[]
  /** Entries shown by hash alone because the key was destroyed. */
  readonly destroyed: number
  /** Entries that the record has otherwise than they were sealed. */
  readonly differing: readonly Entry[]
  /** Names of staff and contacts by id, so that a reader knows who somebody was. */
  readonly names: Readonly<Record<string, string>>
}

/** `12 January 2026, 10:30`, by the school's clock. */
export const when = (at: Instant, zone: Zone): string => `${shortDate(localDate(at, zone))}, ${localTime(at, zone)}`

/** Who somebody was: a name where the school has one, else what Firstbell calls them. */
export const who = (by: string, { names }: Pick<Material, 'names'>): string => {
  const known = names[by] ?? names[by.replace(/^parent:/, '')]
  if (known !== undefined) return known
  return by === 'system' ? 'Firstbell, by the policy' : by
}
