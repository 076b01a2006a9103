/** Extracts that nobody has collected in time: the office is asked once to see why, and the recipient reminded where the policy says so. */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../../shared/domain/assigned.ts'
import { type Calendar, schoolDaysAfter } from '../../shared/domain/calendar.ts'
import { chaseTaskId, isToChase, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import type { Task } from '../../shared/domain/task.ts'
import { type Instant, type LocalDate, localDate } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const GROUND = { rule: 'extracts-chased', clause: 'Reporting to the local authority, the Trust and governors' }

interface Moment {
  readonly policy: Policy
  readonly policyVersion: string
  readonly calendar: Calendar
  readonly date: LocalDate
}

interface Ports {
  readonly stores: Pick<Stores, 'raiseTask' | 'saveExtract'>
  readonly now: () => Instant
}

const listed = (late: readonly StoredExtract[]): string =>
  late.map(({ extract, period }) => `"${extract}" of ${period.from} to ${period.until}`).join(', ')

const whyChased = (late: readonly StoredExtract[], name: string, isBrought: boolean): string =>
  isBrought
    ? `Not arrived at ${name} by SFTP, and not tried again: ${listed(late)}. Its officer can sign in and collect until its server takes files again.`
    : `${name} has not collected: ${listed(late)}. Ask whether it can sign in.`

const taskOf = (late: readonly StoredExtract[], why: string, { policy, date }: Moment, now: Instant): Task => ({
  ...GROUND,
  id: chaseTaskId(late[0]?.recipient ?? '', date),
  kind: 'extract',
  date,
  version: 1,
  pupils: [],
  raised: now,
  ...assigned(policy.extracts, now),
  urgent: false,
  state: 'open',
  why,
  pages: {},
})

/**
 * Answers how many were chased: one task for each recipient and night, however many extracts wait for it. The task first: a crash in between
 * raises it again, and it is one.
 */
export const chaseExtracts = async (
  academy: string,
  all: readonly StoredExtract[],
  moment: Moment,
  { stores, now }: Ports,
): Promise<number> => {
  const { policy, policyVersion, calendar, date } = moment
  const isLate = ({ generatedAt }: StoredExtract) =>
    schoolDaysAfter(calendar, localDate(generatedAt, policy.zone), policy.extracts.chaseAfterSchoolDays) <= date
  const late = all.filter((extract) => isToChase(all, extract) && isLate(extract))
  const act = { ...GROUND, at: now(), by: 'system', policy: policyVersion }
  for (const [id, own] of Map.groupBy(late, ({ recipient }) => recipient)) {
    const recipient = policy.extracts.recipients.find((each) => each.id === id)
    const task = taskOf(own, whyChased(own, recipient?.name ?? id, recipient?.push !== undefined), moment, now())
    const detail = { task: task.id, task_kind: task.kind, recipient: id, count: own.length }
    await stores.raiseTask(academy, task, { ...act, kind: 'task-raised', detail })
    const kind = recipient?.remind ? 'extract-reminder' : 'extract-chased'
    for (const extract of own) {
      const about = { extract: extract.id, extract_kind: extract.extract, recipient: id }
      await stores.saveExtract(academy, { ...extract, chased: date }, { ...act, kind, detail: about })
    }
  }
  return late.length
}
