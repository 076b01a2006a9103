/** A report as a file: put where it can be fetched, and the address from which it is for a minute. */
import { printReport } from '../../../shared/adapters/letters/report-press.ts'
import { shortHash } from '../../../shared/domain/ids.ts'
import { reportCsv } from '../../../shared/domain/reports/as-csv.ts'
import type { Report } from '../../../shared/domain/reports/report.ts'
import type { Call } from '../call.ts'

const FORMS = {
  csv: { contentType: 'text/csv; charset=utf-8', make: async (report: Report) => `\uFEFF${reportCsv(report)}` },
  pdf: { contentType: 'application/pdf', make: printReport },
} as const

/** The same report of the same figures is the same file; whoever amends a mark and asks again gets another. */
export const handOver = async (call: Call, report: Report, form: keyof typeof FORMS): Promise<string> => {
  const { contentType, make } = FORMS[form]
  const files = call.world.files(call.env.FILES_BUCKET)
  const id = shortHash(JSON.stringify(report))
  const path = `reports/${call.academy}/${report.name}-${report.date}-${id}.${form}`
  await files.put(path, await make(report), contentType)
  return files.downloadAddress(path, { name: `attendance-${report.name}-${report.date}.${form}`, contentType })
}
