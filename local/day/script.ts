/** What the teachers and the office do on the day, from today's rows: which register comes in when, and who arrives at what time. */
import type { Policy } from '../../academies/policy.ts'
import type { Session } from '../../shared/domain/codes.ts'
import { clockAfter, clockMinutes, type LocalTime } from '../../shared/domain/time.ts'
import { classIdOf } from '../../shared/imports/class-id.ts'
import type { MarkRow } from './read-marks.ts'

export type Act =
  | {
      readonly at: LocalTime
      readonly do: 'register'
      readonly class: string
      readonly session: Session
      readonly rows: readonly MarkRow[]
      /** Those of the class who have a row and come in later. */
      readonly late: readonly MarkRow[]
    }
  | { readonly at: LocalTime; readonly do: 'arrival'; readonly pupilId: string }

/** Marked late without saying how late: this many minutes after the register opened. */
const ASSUMED_LATE = 5

const LATE_CODES = ['L', 'U']

const isLate = ({ code }: MarkRow): boolean => LATE_CODES.includes(code.toUpperCase())

const times = (session: Session, { day }: Policy) =>
  session === 'AM' ? { opens: day.amOpens, closes: day.amCloses } : { opens: day.pmOpens, closes: day.pmCloses }

const minutesLate = (row: MarkRow, open: number): number =>
  row.minutesLate ?? (row.code.toUpperCase() === 'L' ? Math.min(ASSUMED_LATE, open) : open + ASSUMED_LATE)

/**
 * Registers come in one after another while they are open, and no later than the minute before they close. A pupil marked `L` or `U`
 * is in no register until they arrive.
 */
export const scriptOf = (rows: readonly MarkRow[], policy: Policy): readonly Act[] => {
  const bySession = Map.groupBy(rows, ({ session }) => session)
  return [...bySession].flatMap(([session, ofSession]) => {
    const { opens, closes } = times(session, policy)
    const open = clockMinutes(opens, closes)
    const classes = [...Map.groupBy(ofSession, (row) => classIdOf(row.class)).values()]
    const registers = classes.map((ofClass, index): Act => {
      const minute = Math.max(0, Math.min(open - 1, 2 + Math.floor((index * Math.max(1, open - 4)) / classes.length)))
      const rows = ofClass.filter((row) => !isLate(row))
      const late = ofClass.filter(isLate)
      return { at: clockAfter(opens, minute), do: 'register', class: ofClass[0]?.class ?? '', session, rows, late }
    })
    const arrivals = ofSession
      .filter(isLate)
      .map((row): Act => ({ at: clockAfter(opens, minutesLate(row, open)), do: 'arrival', pupilId: row.pupilId }))
    return [...registers, ...arrivals]
  })
}
