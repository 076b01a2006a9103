/** A report as it was made on its day: what it counted to, and the hashes of its files, which are never changed again. */
import type { Span } from '../counting/window.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { ReportName } from './index.ts'

/** As data, for a spreadsheet and on paper. */
export const REPORT_FORMS = ['json', 'csv', 'pdf'] as const
export type ReportForm = (typeof REPORT_FORMS)[number]

export interface KeptReport {
  readonly id: string
  readonly name: ReportName
  /** The class that a sheet is about. */
  readonly classId?: string
  readonly title: string
  /** The day on which it was due, and the last date that it counts. */
  readonly due: LocalDate
  readonly date: LocalDate
  readonly period: Span
  readonly made: Instant
  /** The version of the policy that it was made under. */
  readonly policy: string
  /** Of each file, in hexadecimal. */
  readonly sha256: Readonly<Record<ReportForm, string>>
}

/** Made twice it is one. Begins with its day, so that ids stand in the order of time. */
export const keptReportId = ({ name, classId, due }: Pick<KeptReport, 'name' | 'classId' | 'due'>): string =>
  [due.replaceAll('-', ''), name, ...(classId === undefined ? [] : [classId])].join('-')

/** Where a file of it lies: by the hash of its data, so that what was made twice otherwise never mixes. */
export const keptReportPath = (academy: string, { id, sha256 }: KeptReport, form: ReportForm): string =>
  `reports/${academy}/${id}/${sha256.json}/report.${form}`
