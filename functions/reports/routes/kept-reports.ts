/** Reports as they were made on their day. */
import type * as z from 'zod'
import type { KeptReportsAnswer } from '../../../events/api/kept-reports.ts'
import { pathId } from '../../../events/values.ts'
import { answer, refusalAnswer } from '../../../shared/api/call.ts'
import { HANDS, handed } from '../../../shared/api/handed.ts'
import { mayTake } from '../../../shared/api/own-classes.ts'
import { readDate, readWord } from '../../../shared/api/query.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { type KeptReport, REPORT_FORMS } from '../../../shared/domain/reports/kept.ts'
import { type Call, type Route, route } from '../call.ts'
import { mayRead, READERS } from '../may-read.ts'
import { keptBytes, keptFile } from '../use-cases/kept-report.ts'

/** Somebody who reads this kind of report, and a teacher only what is about a class of their own. */
const maySee = async (call: Call, { name, classId }: KeptReport): Promise<boolean> =>
  mayRead(call, name) && (classId === undefined || (await mayTake(call, classId)))

const list = route({ roles: READERS, path: { academy: pathId } }, async (call) => {
  const from = readDate(call, 'from', schoolYearOf(call.date))
  if (!from.ok) return refusalAnswer(from.refusal)
  const until = readDate(call, 'until', call.date)
  if (!until.ok) return refusalAnswer(until.refusal)
  const seen: KeptReport[] = []
  for (const each of await call.stores.keptReports(call.academy, from.value, until.value))
    if (await maySee(call, each)) seen.push(each)
  return answer(200, { reports: seen.toReversed() } satisfies z.input<typeof KeptReportsAnswer>)
})

/** Whoever may not read a report is told what is told of one that is not: nothing. */
const NONE = {
  code: 'not-found',
  why: 'There is no such report for you.',
  remedy: 'List the kept reports to see which there are.',
  at: 'report',
}

const one = route({ roles: READERS, path: { academy: pathId, report: pathId } }, async (call, at) => {
  const form = readWord(call, 'as', REPORT_FORMS)
  if (!form.ok) return refusalAnswer(form.refusal)
  const kept = await call.stores.keptReport(call.academy, at.report)
  if (kept === undefined || !(await maySee(call, kept))) return refusalAnswer(NONE)
  if (form.value === 'json') return answer(200, JSON.parse(await keptBytes(call, kept, 'json')))
  const hand = readWord(call, 'hand', HANDS)
  if (!hand.ok) return refusalAnswer(hand.refusal)
  return handed({ address: await keptFile(call, kept, form.value) }, hand.value)
})

export const keptReportRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/kept-reports': list,
  'GET /academies/{academy}/kept-reports/{report}': one,
}
