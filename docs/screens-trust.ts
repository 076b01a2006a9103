import type { Screen } from './screen.ts'

/** Those who look at a school from outside the office. */
export const TRUST_SCREENS: readonly Screen[] = []
