/** Reports that were made on their day. */
import type { KeptReport } from '../domain/reports/kept.ts'
import type { Act } from './act.ts'

export interface ReportStore {
  /** Reports that were due between two dates, both included, in the order of those. */
  keptReports(academy: string, from: string, until: string): Promise<readonly KeptReport[]>
  keptReport(academy: string, id: string): Promise<KeptReport | undefined>
  /** Keeps a report that was not made before. */
  keepReport(academy: string, report: KeptReport, act: Act): Promise<'kept' | 'already'>
}
