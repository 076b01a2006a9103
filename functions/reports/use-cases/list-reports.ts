import { countsTo, lastDue } from '../../../shared/domain/reports/due.ts'
import { REPORT_KINDS, type ReportName } from '../../../shared/domain/reports/index.ts'
import { calendarOf } from '../../../shared/follow-up/load-known.ts'
import type { Call } from '../call.ts'

/** The kinds of report that the caller may read, each with the last day on which it was due and the date that it then counted to. */
export const listReports = async (call: Call, mayRead: (name: ReportName) => boolean) => {
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  return (Object.keys(REPORT_KINDS) as readonly ReportName[]).filter(mayRead).map((name) => {
    const { title, says, about } = REPORT_KINDS[name]
    const { every, doers } = call.policy.reports.schedule[name]
    const due = lastDue(call.policy, calendar, call.date, name)
    return {
      name,
      title,
      says,
      ...(about === 'class' ? { asks: 'class' } : {}),
      every,
      readers: doers,
      due: due ?? null,
      date: due === undefined ? null : countsTo(calendar, due, name),
    }
  })
}
