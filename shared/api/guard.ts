/**
 * The one guard: who is calling, and what they may do in this academy. Every route names an academy; nothing of the record is touched
 * before its name has been compared with the token.
 */
import * as z from 'zod'
import { STAFF_ROLES } from '../../events/api/people.ts'

export type Role = (typeof STAFF_ROLES)[number]

export interface Caller {
  /** The staff id. */
  readonly sub: string
  readonly groups: readonly string[]
}

const Claims = z.object({
  sub: z.string().min(1).max(64),
  // Who in staff.csv this is, where the pool knows: its own subject is a number it made up.
  'custom:staff_id': z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,32}$/)
    .optional(),
  'cognito:groups': z.union([z.string(), z.array(z.string())]).optional(),
})

/** Groups come as `[a b c]` from the HTTP API, as `a,b,c` from some authorizers, and as a list from others. */
export const readGroups = (claim: string | readonly string[] | undefined): readonly string[] => {
  if (claim === undefined) return []
  if (typeof claim !== 'string') return claim
  return claim
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((group) => group !== '')
}

/** The caller a verified token speaks of, or `undefined` when it has no subject. */
export const readCaller = (claims: Readonly<Record<string, unknown>>): Caller | undefined => {
  const parsed = Claims.safeParse(claims)
  if (!parsed.success) return undefined
  const { sub, 'custom:staff_id': staffId = sub, 'cognito:groups': groups } = parsed.data
  return { sub: staffId, groups: readGroups(groups) }
}

/** The roles a caller has in an academy. The Trust's attendance lead may do in each academy what its own lead may. */
export const rolesIn = (caller: Caller, academy: string): readonly Role[] => {
  const own = STAFF_ROLES.filter((role) => caller.groups.includes(`${academy}.${role}`))
  return caller.groups.includes('trust.attendance') ? [...new Set<Role>([...own, 'lead'])] : own
}

/** Somebody of an authority or of the Trust: only they may be let in by a policy without a role in the academy. */
export const isFromOutside = ({ groups }: Pick<Caller, 'groups'>): boolean =>
  groups.some((group) => /^(la\.\d{3}|trust)\../.test(group))
