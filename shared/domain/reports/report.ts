/**
 * A report before anybody has thought of a page, a file or paper: what it says, in order. One shape for all of them, written by a pure
 * function from figures and shown by three renderers.
 */
import type { Span } from '../counting/window.ts'
import type { LocalDate } from '../time.ts'

export interface Column {
  readonly title: string
  /** `%`, `pupils`, `sessions`: said in the heading, never in the cells. */
  readonly unit?: string
}

export interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  /** Cells as they are read, the first names the row. */
  readonly rows: readonly (readonly string[])[]
  /** What a dash or a gap in it means. */
  readonly note?: string
}

export interface Point {
  readonly label: string
  /** Tenths of the unit, so that no picture rests on a rounded fraction; `null` where nothing is shown. */
  readonly tenths: number | null
}

export interface Chart {
  readonly title: string
  readonly unit: string
  /** Where its scale begins and ends, in whole units. It is said beside the picture whenever it does not begin at 0. */
  readonly from: number
  readonly until: number
  /** At most two, told apart by the shape of their marks and by name, never by colour. */
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[]
  readonly lines: readonly { readonly name: string; readonly tenths: number }[]
}

/** A chart never stands without the table of the same figures. */
export interface Section {
  readonly title: string
  readonly says: readonly string[]
  readonly chart?: Chart
  readonly table: Table
}

export interface Report {
  readonly name: string
  readonly title: string
  readonly school: string
  readonly period: Span
  /** The last date counted. */
  readonly date: LocalDate
  /** Names children: for the school's own staff alone. */
  readonly isConfidential: boolean
  /** What it comes to, in plain sentences, the most important first. */
  readonly findings: readonly string[]
  readonly sections: readonly Section[]
  /** How its figures are counted, and where figures of others come from. */
  readonly notes: readonly string[]
}
