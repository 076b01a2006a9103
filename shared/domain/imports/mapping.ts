/** How one system's export is read as ours: made once by the school for each kind of file, and kept. */

/** How dates are written: `iso-or-uk` reads 2026-01-31 and 31/01/2026, the other two read what a program of another country, or with names of months, wrote. */
export type DateOrder = 'iso-or-uk' | 'day-first' | 'month-first'

/**
 * Where the marks of a file stand: `rows`, one row a mark; `sessions-across`, one row a pupil and day with a column for each session;
 * `dates-across`, one row a pupil with a column for each session, whose header says its date and AM or PM.
 */
export type MarkLayout = 'rows' | 'sessions-across' | 'dates-across'

/** What a column of marks may be mapped to beside our own columns, where sessions stand side by side. */
export const SESSION_COLUMNS = ['AM', 'PM'] as const

export interface Mapping {
  readonly id: string
  /** The kind of file: roll, contacts, staff, agencies, marks, calendar. */
  readonly file: string
  /** The system it comes from, as the school calls it. */
  readonly source: string
  /** Our column by theirs. */
  readonly columns: Readonly<Record<string, string>>
  readonly dates: DateOrder
  readonly layout: MarkLayout
  /** Our value by theirs, by our column: `{"textsAllowed": {"Opted out": "N"}, "code": {"7": "I"}}`. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Who kept it, and when. */
  readonly by: string
  readonly at: string
}
