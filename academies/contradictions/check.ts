import type { Finding } from '../misfit.ts'
import type { Policy } from '../policy.ts'

export type { Finding } from '../misfit.ts'

/** A question about one merged policy whose values each fit already; it answers with what contradicts what. */
export type Check = (policy: Policy) => readonly Finding[]

/** One finding when it is wrong, none when it is right. */
export const when = (wrong: boolean, field: string, what: string, remedy: string): readonly Finding[] =>
  wrong ? [{ field, what, remedy }] : []
