/** Nobody saves a register over one that they have not seen. */
import type { Register } from '../../../../shared/domain/register.ts'
import { type Refusal, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Call } from '../../call.ts'

export type RegisterRefusal = Refusal & {
  readonly pupils?: readonly (Refusal & { readonly pupil: string })[]
  readonly register?: Register
}

const seenBy = (call: Call): string | undefined => call.request.headers['if-match']?.replace(/^W\/|"/g, '')

/** The caller saw no register yet. */
export const sawNone = (call: Call): boolean => [undefined, '0'].includes(seenBy(call))

export const refuseStale = (newer: Register | undefined): Result<never, RegisterRefusal> => ({
  ok: false,
  refusal: {
    code: 'stale',
    why: 'Somebody else saved this register meanwhile.',
    remedy: 'Look at the newer register, then save again.',
    ...(newer ? { register: newer } : {}),
  },
})

export const refuseVersion = (
  call: Call,
  current: Register | undefined,
): Result<never, RegisterRefusal> | undefined => {
  const ifMatch = seenBy(call)
  if (ifMatch === undefined) {
    return current?.submitted
      ? refused(
          'if-match-needed',
          'The register has been submitted before.',
          'Send If-Match with the version you saw (its ETag).',
        )
      : undefined
  }
  if (ifMatch === String(current?.version ?? 0)) return undefined
  return refuseStale(current)
}
