/**
 * Where the day's registers say that a child is at this moment: what is called out at the assembly point when the building is empty.
 * Source: the policy, signing in and out during the day; the registers are the record of who is on the premises.
 */
import { isOnSite } from './codes.ts'
import type { PupilKey } from './people.ts'
import type { Mark, Register } from './register.ts'
import type { LocalTime } from './time.ts'

/**
 * `in` somebody has seen the child in school · `left` signed out and not back · `away` marked as not in ·
 * `unknown` no register says anything of the child: look for them
 */
export type Whereabouts =
  | { readonly is: 'in' | 'unknown' }
  | { readonly is: 'away'; readonly code: Mark['code'] }
  | { readonly is: 'left'; readonly at: LocalTime }

/** A draft says only what somebody other than its teacher put there: whoever came late and was signed in. */
const says = ({ submitted }: Register, mark: Mark | undefined): boolean =>
  mark !== undefined && (submitted || mark.source === 'arrival' || mark.source === 'office')

/** Where a child is by the registers of today, the afternoon's before the morning's. */
export const whereIs = (pupil: PupilKey, registers: readonly Register[]): Whereabouts => {
  for (const session of ['PM', 'AM'] as const) {
    const register = registers.find((each) => each.session === session && says(each, each.marks[pupil]))
    const mark = register?.marks[pupil]
    if (register === undefined || mark === undefined) continue
    const at = register.left?.[pupil]
    if (at !== undefined) return { is: 'left', at }
    return isOnSite(mark.code) ? { is: 'in' } : { is: 'away', code: mark.code }
  }
  return { is: 'unknown' }
}
