/** A register as it stood at a moment: what the school knew then, whatever was amended since. */
import type { Session } from '../codes.ts'
import type { Mark } from '../register.ts'
import type { Instant, LocalDate } from '../time.ts'

/** A version of a class's register, with who saved it and when. */
export interface StoodVersion {
  readonly date: LocalDate
  readonly session: Session
  readonly classId: string
  readonly version: number
  readonly submitted: boolean
  readonly marks: Readonly<Record<string, Mark>>
  readonly savedAt: Instant
  readonly savedBy: string
  /** What the save was for: `register-saved`, `pupil-arrived`, `mark-amended`. */
  readonly act: string
}

/**
 * `stood`: this version was the newest at that moment · `none-yet`: nobody had saved the register by then · `unknown`: the versions of that
 * time are older than the evidence.
 */
export type Stood =
  | { readonly was: 'stood'; readonly version: StoodVersion }
  | { readonly was: 'none-yet' }
  | { readonly was: 'unknown' }

/** How the register stood at an instant, from all its versions that are evidence, in any order. */
export const asItStood = (versions: readonly StoodVersion[], at: Instant): Stood => {
  const inOrder = versions.toSorted((one, other) => one.version - other.version)
  const newest = inOrder.findLast(({ savedAt }) => savedAt <= at)
  if (newest) return { was: 'stood', version: newest }
  const [first] = inOrder
  return { was: first === undefined || first.version > 1 ? 'unknown' : 'none-yet' }
}
