/** Every kind of report. A new one is a file and a line here; the compiler asks the policy when it is made. */
import type { Policy } from '../../../academies/policy.ts'
import { classSheet } from './class-sheet.ts'
import { classes } from './classes.ts'
import { daily } from './daily.ts'
import { governors } from './governors.ts'
import type { ReportKind } from './kind.ts'
import { review } from './review.ts'
import { weekly } from './weekly.ts'
import { year } from './year.ts'

export type ReportName = keyof Policy['reports']['schedule']

export const REPORT_KINDS: Readonly<Record<ReportName, ReportKind>> = {
  daily,
  weekly,
  review,
  classes,
  'class-sheet': classSheet,
  governors,
  year,
}

export const isReportName = (text: string): text is ReportName => Object.hasOwn(REPORT_KINDS, text)
