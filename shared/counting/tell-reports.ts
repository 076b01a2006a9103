/** Says by a task that a report is ready, on the days on which the policy has it made. A night that was missed is made up for by the next. */
import { assigned } from '../domain/assigned.ts'
import { idOf } from '../domain/ids.ts'
import { writtenDate } from '../domain/letters/written-date.ts'
import { countsTo, reportsDue } from '../domain/reports/due.ts'
import { REPORT_KINDS, type ReportName } from '../domain/reports/index.ts'
import type { Task } from '../domain/task.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { datesIn } from './marks-between.ts'
import type { StagesNight } from './stage-acts.ts'

const GROUND = {
  rule: 'reports',
  clause:
    'The Attendance Lead: produces weekly monitors of attendance data. Governors: termly reports. ATTEND reviewed fortnightly',
}

const tell = async (
  stores: Pick<Stores, 'raiseTask'>,
  { academy, now, policy, policyVersion, school }: StagesNight,
  name: ReportName,
  today: LocalDate,
): Promise<void> => {
  const task: Task = {
    ...GROUND,
    ...assigned({ ...policy.duties.report, doers: policy.reports.schedule[name].doers }, now),
    id: idOf('report', name, today),
    kind: 'report',
    date: today,
    version: 1,
    pupils: [],
    about: name,
    raised: now,
    urgent: false,
    state: 'open',
    why: `${REPORT_KINDS[name].title}: ready, counted to ${writtenDate(countsTo(school.calendar, today, name))}.`,
    pages: {},
  }
  const detail = { task: task.id, task_kind: task.kind, report: name, due: task.due }
  await stores.raiseTask(academy, task, {
    ...GROUND,
    at: now,
    by: 'system',
    kind: 'task-raised',
    policy: policyVersion,
    detail,
  })
}

/**
 * Answers whether any report is due. `before` is the last date that was counted when the night began. Raising a task twice is raising it once.
 */
export const tellReports = async (
  stores: Pick<Stores, 'raiseTask'>,
  night: StagesNight,
  before: LocalDate | undefined,
): Promise<boolean> => {
  const today = addDays(night.until, 1)
  let isDue = false
  const from = before === undefined || before >= night.until ? today : addDays(before, 2)
  for (const day of datesIn({ from: from < today ? from : today, until: today }))
    for (const name of reportsDue(night.policy, night.school.calendar, day)) {
      isDue = true
      if (night.policy.reports.schedule[name].tell) await tell(stores, night, name, day)
    }
  return isDue
}
