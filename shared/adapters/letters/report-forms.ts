/** A report in each of its forms. The same report is the same bytes, so that what was kept can be held against what is made again. */
import { reportCsv } from '../../domain/reports/as-csv.ts'
import type { ReportForm } from '../../domain/reports/kept.ts'
import type { Report } from '../../domain/reports/report.ts'
import { printReport } from './report-press.ts'

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

interface Form {
  readonly contentType: string
  make(report: Report): Promise<Uint8Array>
}

export const REPORT_BYTES: Readonly<Record<ReportForm, Form>> = {
  json: { contentType: 'application/json', make: async (report) => utf8(`${JSON.stringify(report, null, 1)}\n`) },
  // Spreadsheets take it for UTF-8 by its first character.
  csv: { contentType: 'text/csv; charset=utf-8', make: async (report) => utf8(`\uFEFF${reportCsv(report)}`) },
  pdf: { contentType: 'application/pdf', make: printReport },
}
