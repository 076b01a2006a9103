/**
 * "School opens at 10:00 today": the morning of one date begins later. Everything that hangs on its beginning moves by the same delay,
 * in one place, so that no rule knows of it. Lunch, the afternoon and the day's end stay where they are.
 */
import type { Policy, Sweep } from '../../academies/policy.ts'
import { clockAfter, clockMinutes, type Instant, type LocalDate, type LocalTime } from './time.ts'

export interface LateOpening {
  readonly date: LocalDate
  /** When the morning register begins that day. */
  readonly opens: LocalTime
  readonly because: string
  readonly by: string
  readonly at: Instant
}

/** The sweeps that hang on the beginning of the morning. */
export const MORNING_SWEEPS = ['register-close', 'unreported-absence'] as const satisfies readonly Sweep[]

/** The late opening of a date, if there is one. */
export const lateOpeningOn = (openings: readonly LateOpening[], date: LocalDate): LateOpening | undefined =>
  openings.find((opening) => opening.date === date)

/**
 * The policy as it holds on a day: with a late opening, the morning's times are later by its delay. Asked again of its own answer it
 * changes nothing. A text about the morning may go as much later, but not into the afternoon.
 */
export const policyOfDay = (policy: Policy, opening: Pick<LateOpening, 'opens'> | undefined): Policy => {
  if (opening === undefined || opening.opens <= policy.day.amOpens) return policy
  const delay = clockMinutes(policy.day.amOpens, opening.opens)
  const later = (time: LocalTime): LocalTime => clockAfter(time, delay)
  const { day, sweeps, registers, texts } = policy
  const { unreported } = texts.usefulUntil
  const useful = [later(unreported), day.pmOpens].toSorted()[0] ?? unreported
  return {
    ...policy,
    day: { ...day, amOpens: later(day.amOpens), amCloses: later(day.amCloses) },
    sweeps: { ...sweeps, ...Object.fromEntries(MORNING_SWEEPS.map((sweep) => [sweep, later(sweeps[sweep])])) },
    registers: { ...registers, headCountAt: later(registers.headCountAt) },
    texts: {
      ...texts,
      usefulUntil: { ...texts.usefulUntil, unreported: useful > unreported ? useful : unreported },
    },
  }
}

/** Minutes by which a morning may begin later: unreported absences must still be texted before lunch. */
export const longestDelay = ({ sweeps }: Policy): number => clockMinutes(sweeps['unreported-absence'], sweeps.lunch) - 1
