/** How each step of a school's day fared, from when it was due and when it first ran. What did not happen is never taken for done. */
import type { Policy, Sweep } from '../../../academies/policy.ts'
import { type Instant, instantOf, type LocalDate, type LocalTime, minutesBetween } from '../time.ts'

/**
 * `done` in time · `late` later than the watchdog waits, so perhaps by the watchdog · `too-late` it ran when it could send nothing any
 * more · `missed` it is over its time and has not run · `to-come`
 */
export const SWEEP_STATES = ['done', 'late', 'too-late', 'missed', 'to-come'] as const
export type SweepState = (typeof SWEEP_STATES)[number]

export interface SweepHealth {
  readonly sweep: Sweep
  readonly due: LocalTime
  readonly state: SweepState
  /** When it first ran. */
  readonly ran?: Instant
}

/** Minutes from when it was due to when it ran, or to now where it has not. */
const stateOf = (minutes: number, hasRun: boolean, { watchdogAfterMinutes, refuseAfterMinutes }: Policy['guard']) => {
  if (!hasRun) return minutes < watchdogAfterMinutes ? 'to-come' : 'missed'
  if (minutes > refuseAfterMinutes) return 'too-late'
  return minutes < watchdogAfterMinutes ? 'done' : 'late'
}

/** Every step of a school day at an instant, in the order of their times. The policy is that of the day: a late opening has moved its morning. */
export const sweepHealth = (
  { sweeps, guard, zone }: Policy,
  date: LocalDate,
  runs: Readonly<Record<string, Instant>>,
  now: Instant,
): readonly SweepHealth[] =>
  (Object.entries(sweeps) as [Sweep, LocalTime][])
    .toSorted(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([sweep, due]) => {
      const ran = runs[sweep]
      const minutes = minutesBetween(instantOf(date, due, zone), ran ?? now)
      return { sweep, due, state: stateOf(minutes, ran !== undefined, guard), ...(ran === undefined ? {} : { ran }) }
    })

/** The step that ran last, of days given from the newest to the oldest. */
export const lastRun = (
  days: readonly { readonly date: LocalDate; readonly sweeps: readonly SweepHealth[] }[],
): { readonly date: LocalDate; readonly sweep: Sweep; readonly at: Instant } | undefined =>
  days
    .flatMap(({ date, sweeps }) =>
      sweeps.flatMap(({ sweep, ran }) => (ran === undefined ? [] : [{ date, sweep, at: ran }])),
    )
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
