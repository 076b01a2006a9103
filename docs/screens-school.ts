import type { Screen } from './screen.ts'

/** What keeps the school going. */
export const SCHOOL_SCREENS: readonly Screen[] = []
