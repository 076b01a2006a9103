import { pathId } from '../../../events/values.ts'
import { answer, refusalAnswer } from '../../../shared/api/call.ts'
import { HANDS, handed } from '../../../shared/api/handed.ts'
import { mayTake, notYours } from '../../../shared/api/own-classes.ts'
import { readWord } from '../../../shared/api/query.ts'
import { isReportName, REPORT_KINDS, type ReportName } from '../../../shared/domain/reports/index.ts'
import { type Result, refused } from '../../../shared/domain/result.ts'
import { type Call, type Route, route } from '../call.ts'
import { readCountedTo } from '../counted-to.ts'
import { mayRead, READERS } from '../may-read.ts'
import { handOver } from '../use-cases/hand-over.ts'
import { listReports } from '../use-cases/list-reports.ts'
import { writeReport } from '../use-cases/write-report.ts'

const list = route({ roles: READERS, path: { academy: pathId } }, async (call) =>
  answer(200, { reports: await listReports(call, (name) => mayRead(call, name)) }),
)

/** Whoever may not read a report is told what is told of one that is not: nothing. */
const readName = (call: Call, text: string): Result<ReportName> =>
  isReportName(text) && mayRead(call, text)
    ? { ok: true, value: text }
    : refused('not-found', 'There is no such report for you.', 'List the reports to see which there are.', 'report')

const one = route({ roles: READERS, path: { academy: pathId, report: pathId } }, async (call, at) => {
  const name = readName(call, at.report)
  if (!name.ok) return refusalAnswer(name.refusal)
  const until = readCountedTo(call)
  if (!until.ok) return refusalAnswer(until.refusal)
  const form = readWord(call, 'as', ['json', 'csv', 'pdf'])
  if (!form.ok) return refusalAnswer(form.refusal)
  const hand = readWord(call, 'hand', HANDS)
  if (!hand.ok) return refusalAnswer(hand.refusal)
  const { class: classId } = call.request.query
  if (REPORT_KINDS[name.value].about === 'class' && classId !== undefined && !(await mayTake(call, classId)))
    return notYours
  const report = await writeReport(call, name.value, until.value, classId)
  if (!report.ok) return refusalAnswer(report.refusal)
  if (form.value === 'json') return answer(200, report.value)
  return handed({ address: await handOver(call, report.value, form.value) }, hand.value)
})

export const reportRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/reports': list,
  'GET /academies/{academy}/reports/{report}': one,
}
