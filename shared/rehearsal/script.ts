/** What the teachers and the office do on the day, from today's rows: which register comes in when, and who arrives at what time. */
import type { Policy } from '../../academies/policy.ts'
import type { Session } from '../domain/codes.ts'
import { clockAfter, clockMinutes, type LocalTime } from '../domain/time.ts'
import { classIdOf } from '../imports/class-id.ts'

/** A mark as it stands in the end, by which the morning is played. */
export interface ScriptRow {
  readonly session: Session
  readonly class: string
  readonly pupilId: string
  readonly code: string
  readonly minutesLate?: number
}

export type ScriptAct<Row extends ScriptRow> =
  | {
      readonly at: LocalTime
      readonly do: 'register'
      readonly class: string
      readonly session: Session
      readonly rows: readonly Row[]
      /** Those of the class who have a row and come in later. */
      readonly late: readonly Row[]
    }
  | { readonly at: LocalTime; readonly do: 'arrival'; readonly pupilId: string }

/** Marked late without saying how late: this many minutes after the register opened. */
const ASSUMED_LATE = 5

const LATE_CODES = ['L', 'U']

const isLate = ({ code }: ScriptRow): boolean => LATE_CODES.includes(code.toUpperCase())

const times = (session: Session, { day }: Policy) =>
  session === 'AM' ? { opens: day.amOpens, closes: day.amCloses } : { opens: day.pmOpens, closes: day.pmCloses }

const minutesLate = (row: ScriptRow, open: number): number =>
  row.minutesLate ?? (row.code.toUpperCase() === 'L' ? Math.min(ASSUMED_LATE, open) : open + ASSUMED_LATE)

/**
 * Registers come in one after another while they are open, and no later than the minute before they close. A pupil marked `L` or `U`
 * is in no register until they arrive.
 */
export const scriptOf = <Row extends ScriptRow>(rows: readonly Row[], policy: Policy): readonly ScriptAct<Row>[] => {
  const bySession = Map.groupBy(rows, ({ session }) => session)
  return [...bySession].flatMap(([session, ofSession]) => {
    const { opens, closes } = times(session, policy)
    const open = clockMinutes(opens, closes)
    const classes = [...Map.groupBy(ofSession, (row) => classIdOf(row.class)).values()]
    const registers = classes.map((ofClass, index): ScriptAct<Row> => {
      const minute = Math.max(0, Math.min(open - 1, 2 + Math.floor((index * Math.max(1, open - 4)) / classes.length)))
      const rows = ofClass.filter((row) => !isLate(row))
      const late = ofClass.filter(isLate)
      return { at: clockAfter(opens, minute), do: 'register', class: ofClass[0]?.class ?? '', session, rows, late }
    })
    const arrivals = ofSession.filter(isLate).map(
      (row): ScriptAct<Row> => ({
        at: clockAfter(opens, minutesLate(row, open)),
        do: 'arrival',
        pupilId: row.pupilId,
      }),
    )
    return [...registers, ...arrivals]
  })
}
