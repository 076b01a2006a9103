/** Who may give which code: teachers a few, the office most; leave and the like is granted by the Head or the attendance lead. */
import type { Code } from '../../../../shared/domain/codes.ts'
import type { Refusal } from '../../../../shared/domain/result.ts'
import { type Call, isOffice } from '../../call.ts'

/** The Head, and the lead who acts for them. */
export const mayGrant = (call: Pick<Call, 'roles'>): boolean =>
  call.roles.some((role) => role === 'lead' || role === 'head')

/**
 * Why the caller may not give a code, or `undefined` when they may. What was granted ahead of the day, or stands already, the office may
 * write down, and a teacher may send back as it was read. Source: SI 2024/208 regulation 11; the policy's `teacherCodes` and `leadCodes`.
 */
export const refuseCode = (
  call: Pick<Call, 'roles' | 'policy'>,
  code: Code,
  granted: readonly (Code | undefined)[] = [],
): Refusal | undefined => {
  const { teacherCodes, leadCodes } = call.policy.registers
  if (!isOffice(call))
    return teacherCodes.includes(code) || granted.includes(code)
      ? undefined
      : {
          code: 'office-code',
          why: `${code} is given by the office.`,
          remedy: 'Mark the pupil N; the office gives the code.',
        }
  return mayGrant(call) || granted.includes(code) || !leadCodes.includes(code)
    ? undefined
    : {
        code: 'lead-code',
        why: `${code} is granted by the Head or the attendance lead.`,
        remedy: 'Leave the code out, or keep N, and ask one of them to decide.',
        at: 'code',
      }
}
