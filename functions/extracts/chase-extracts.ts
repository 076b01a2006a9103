/** Extracts that nobody has collected in time: the office is asked once to see why, and the recipient reminded where the policy says so. */
import { type Calendar, schoolDaysAfter } from '../../shared/domain/calendar.ts'
import { chaseTaskId, isToChase, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { type Instant, localDate } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { askOffice, CLAUSE, type Moment } from './ask-office.ts'

const RULE = 'extracts-chased'

interface ChaseMoment extends Moment {
  readonly calendar: Calendar
}

interface Ports {
  readonly stores: Pick<Stores, 'task' | 'raiseTask' | 'saveExtract'>
  readonly now: () => Instant
}

const listed = (late: readonly StoredExtract[]): string =>
  late.map(({ extract, period }) => `"${extract}" of ${period.from} to ${period.until}`).join(', ')

const whyChased = (late: readonly StoredExtract[], name: string, isBrought: boolean): string =>
  isBrought
    ? `Not arrived at ${name} by SFTP, and not tried again: ${listed(late)}. Its officer can sign in and collect until its server takes files again.`
    : `${name} has not collected: ${listed(late)}. Ask whether it can sign in.`

/**
 * Answers how many were chased: one task for each recipient and night, however many extracts wait for it. The task first: a crash in between
 * raises it again, and it is one.
 */
export const chaseExtracts = async (
  academy: string,
  all: readonly StoredExtract[],
  moment: ChaseMoment,
  { stores, now }: Ports,
): Promise<number> => {
  const { policy, policyVersion, calendar, date } = moment
  const isLate = ({ generatedAt }: StoredExtract) =>
    schoolDaysAfter(calendar, localDate(generatedAt, policy.zone), policy.extracts.chaseAfterSchoolDays) <= date
  const late = all.filter((extract) => isToChase(all, extract) && isLate(extract))
  const act = { rule: RULE, clause: CLAUSE, at: now(), by: 'system', policy: policyVersion }
  for (const [id, own] of Map.groupBy(late, ({ recipient }) => recipient)) {
    const recipient = policy.extracts.recipients.find((each) => each.id === id)
    const why = whyChased(own, recipient?.name ?? id, recipient?.push !== undefined)
    const detail = { recipient: id, count: own.length }
    await askOffice(academy, { rule: RULE, id: chaseTaskId(id, date), why, detail }, moment, { stores, now })
    const kind = recipient?.remind ? 'extract-reminder' : 'extract-chased'
    for (const extract of own) {
      const about = { extract: extract.id, extract_kind: extract.extract, recipient: id }
      await stores.saveExtract(academy, { ...extract, chased: date }, { ...act, kind, detail: about })
    }
  }
  return late.length
}
