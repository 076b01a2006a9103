/** A report as a file: put where it can be fetched, and the address from which it is for a minute. */
import { REPORT_BYTES } from '../../../shared/adapters/letters/report-forms.ts'
import { shortHash } from '../../../shared/domain/ids.ts'
import type { Report } from '../../../shared/domain/reports/report.ts'
import type { Call } from '../call.ts'

/** The same report of the same figures is the same file; whoever amends a mark and asks again gets another. */
export const handOver = async (call: Call, report: Report, form: 'csv' | 'pdf'): Promise<string> => {
  const { contentType, make } = REPORT_BYTES[form]
  const files = call.world.files(call.env.FILES_BUCKET)
  const id = shortHash(JSON.stringify(report))
  const path = `reports/${call.academy}/${report.name}-${report.date}-${id}.${form}`
  await files.put(path, await make(report), contentType)
  return files.downloadAddress(path, { name: `attendance-${report.name}-${report.date}.${form}`, contentType })
}
