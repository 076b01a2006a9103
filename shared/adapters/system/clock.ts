import type { Clock } from '../../ports/world.ts'

/** The machine's own clock, as UTC instants with milliseconds. */
export const systemClock = (): Clock => ({ now: () => new Date().toISOString() })
