/** Who reads which report. */
import { REPORT_KINDS, type ReportName } from '../../shared/domain/reports/index.ts'
import type { Call } from './call.ts'

/** Everybody who reads some report. */
export const READERS = ['office', 'lead', 'head', 'dsl', 'teacher', 'governor'] as const

export const mayRead = ({ roles }: Pick<Call, 'roles'>, name: ReportName): boolean =>
  REPORT_KINDS[name].readers.some((reader) => roles.some((role) => role === reader))
