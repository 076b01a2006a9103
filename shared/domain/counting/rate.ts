/** Per cent for people to read. Made at the edge from two whole numbers and never read back: what decides is in `boundaries.ts`. */
import { absentIn, type Tally } from './tally.ts'

/** `91.3`: one decimal, half away from zero, in whole-number arithmetic. `null` when there is nothing to divide by. */
export const perCent = (part: number, whole: number): string | null => {
  if (whole === 0) return null
  const tenths = Math.floor((part * 2000 + whole) / (whole * 2))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** A tally as figures to show; each rate is `null` when no session was possible: undefined is neither 0% nor 100%. */
export interface Rates {
  readonly attendance: string | null
  readonly absence: string | null
  readonly authorised: string | null
  readonly unauthorised: string | null
}

export const ratesOf = (tally: Tally): Rates => ({
  attendance: perCent(tally.attended, tally.possible),
  absence: perCent(absentIn(tally), tally.possible),
  authorised: perCent(tally.authorised, tally.possible),
  unauthorised: perCent(tally.unauthorised, tally.possible),
})

/** Sessions as days, the way a family counts: `6`, `6½`, `½`. */
export const daysOf = (sessions: number): string => {
  const whole = Math.floor(sessions / 2)
  const half = sessions % 2 === 1 ? '½' : ''
  return whole === 0 && half !== '' ? half : `${whole}${half}`
}
