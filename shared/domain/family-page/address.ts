/** Where a family's page is. The address says nothing of anybody: a token that was drawn by lot, and no more. */
import type { Policy } from '../../../academies/policy.ts'

/** As long as a real one, so that a preview counts the parts of a text as they will be. */
export const EXAMPLE_TOKEN = 'Example0Example0Exampl'

export const pageAddress = ({ console: origin }: Pick<Policy, 'console'>, token: string): string =>
  `${origin.replace(/\/$/, '')}/p/${token}`
