/** A report as it was made on its day, to the byte. */
import { REPORT_BYTES } from '../../../shared/adapters/letters/report-forms.ts'
import { type KeptReport, keptReportPath, type ReportForm } from '../../../shared/domain/reports/kept.ts'
import type { Call } from '../call.ts'

const keptIn = ({ world, env }: Call) => world.files(env.KEPT_BUCKET)

/** Throws when the file is not there: a report is listed only once its files are. */
export const keptBytes = async (call: Call, kept: KeptReport, form: ReportForm): Promise<string> => {
  const found = await keptIn(call).get(keptReportPath(call.academy, kept, form))
  if (found === undefined) throw new Error('A file of a kept report is missing')
  return Buffer.from(found).toString('utf8')
}

/** The address of one of its files, for a minute. */
export const keptFile = (call: Call, kept: KeptReport, form: ReportForm): Promise<string> =>
  keptIn(call).downloadAddress(keptReportPath(call.academy, kept, form), {
    name: `attendance-${kept.id}.${form}`,
    contentType: REPORT_BYTES[form].contentType,
  })
