/**
 * What a person made of a matter. Meeting the threshold obliges the school to consider a notice case by case, and to nothing else: one
 * decision by the Attendance Lead or the Head, with the reason, undone with a reason where it was a mistake.
 */
import type { Instant, LocalDate } from '../time.ts'

export const CONSIDERATIONS = ['refer', 'not-referred', 'notice-to-improve'] as const
export type ConsiderationKind = (typeof CONSIDERATIONS)[number]

export interface Consideration {
  readonly id: string
  readonly decision: ConsiderationKind
  readonly by: string
  readonly at: Instant
  readonly because: string
  /** The last session looked at, and how many sessions were counted. */
  readonly through: LocalDate
  readonly sessions: number
  /** Referred: the parents a notice is asked for, by contact. */
  readonly parents?: readonly string[]
  readonly undone?: { readonly by: string; readonly at: Instant; readonly because: string }
}

export const standing = (considered: readonly Consideration[]): readonly Consideration[] =>
  considered.filter(({ undone }) => undone === undefined)

/** The date to which sessions were referred: they can be charged once and count towards no other notice. */
export const chargedThrough = (considered: readonly Consideration[]): LocalDate | undefined =>
  standing(considered)
    .filter(({ decision }) => decision === 'refer')
    .map(({ through }) => through)
    .toSorted()
    .at(-1)

/** The date to which a person has looked at the pupil's absences. */
export const consideredThrough = (considered: readonly Consideration[]): LocalDate | undefined =>
  standing(considered)
    .map(({ through }) => through)
    .toSorted()
    .at(-1)
