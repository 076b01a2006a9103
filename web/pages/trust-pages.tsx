/** Pages of those who look at a school from outside the office: the Trust, the authority, governors. */
import type { Pages } from './page-for.ts'

export const TRUST_PAGES: Pages = {}
