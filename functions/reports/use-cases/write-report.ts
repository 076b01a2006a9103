import { reportFacts } from '../../../shared/counting/report-facts.ts'
import { REPORT_KINDS, type ReportName } from '../../../shared/domain/reports/index.ts'
import type { Report } from '../../../shared/domain/reports/report.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'

/** Writes a report of the school year to a date, from the registers as they are now. */
export const writeReport = async (
  call: Call,
  name: ReportName,
  until: LocalDate,
  classId: string | undefined,
): Promise<Result<Report>> => {
  const kind = REPORT_KINDS[name]
  const facts = await reportFacts(call.stores, call.academy, call.policy, until, kind)
  return kind.write(facts, classId === undefined ? {} : { classId })
}
