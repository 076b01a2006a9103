/** What the office writes down of the authority's notices to one parent about one child. */
import type * as z from 'zod'
import type { NoticeBody, NoticeEntryBody } from '../../../../events/api/penalties.ts'
import { standing } from '../../../../shared/domain/penalties/consider.ts'
import type { ParentNotice } from '../../../../shared/domain/penalties/ledger.ts'
import { follow, issue, undo } from '../../../../shared/domain/penalties/notice-changes.ts'
import type { PenaltyRecord } from '../../../../shared/domain/penalties/record.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { type Result, refused } from '../../../../shared/domain/result.ts'
import { penaltyMatterOf } from '../../../../shared/penalties/load-penalties.ts'
import type { Call } from '../../call.ts'
import { savePenalties } from './consider-penalty.ts'

const doerOf = (call: Call) => ({ by: call.caller.sub, at: call.now })

const recordOf = async (call: Call, pupil: Pupil): Promise<PenaltyRecord> =>
  (await penaltyMatterOf(call.stores, call.academy, call.policy, pupil)).record

const saved = async (
  call: Call,
  record: PenaltyRecord,
  notices: Result<readonly ParentNotice[]>,
  kind: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<Result<PenaltyRecord>> =>
  notices.ok ? savePenalties(call, { ...record, notices: notices.value }, kind, detail) : notices

/** A notice that the authority issued. Refused: `not-found` for an unknown contact or referral, and what `issue` refuses. */
export const recordNotice = async (
  call: Call,
  pupil: Pupil,
  body: z.output<typeof NoticeBody>,
): Promise<Result<PenaltyRecord>> => {
  const parent = pupil.contacts.find(({ contactId }) => contactId === body.parent)
  if (parent === undefined)
    return refused('not-found', 'The child has no such contact.', 'Use a contact of this pupil.', 'parent')
  const record = await recordOf(call, pupil)
  const { referral } = body
  if (referral !== undefined && !standing(record.considered).some(({ id }) => id === referral))
    return refused('not-found', 'There is no such referral of this pupil.', 'Use the id of a decision.', 'referral')
  const notice = {
    id: call.world.ids.fresh(),
    contactId: parent.contactId,
    name: parent.name,
    academy: call.academy,
    ...(referral === undefined ? {} : { referral }),
    ...(body.reference === undefined ? {} : { reference: body.reference }),
  }
  const notices = issue(record.notices, notice, body.on, call.date, doerOf(call))
  return saved(call, record, notices, 'penalty-notice-issued', {
    notice: notice.id,
    contact: parent.contactId,
    on: body.on,
  })
}

export const followNotice = async (
  call: Call,
  pupil: Pupil,
  notice: string,
  { state, on, because }: z.output<typeof NoticeEntryBody>,
): Promise<Result<PenaltyRecord>> => {
  const record = await recordOf(call, pupil)
  const next = { state, on, ...(because === undefined ? {} : { because }) }
  const notices = follow(record.notices, notice, next, call.date, doerOf(call))
  return saved(call, record, notices, `penalty-notice-${state}`, { notice, on })
}

export const undoNotice = async (
  call: Call,
  pupil: Pupil,
  notice: string,
  because: string,
): Promise<Result<PenaltyRecord>> => {
  const record = await recordOf(call, pupil)
  const notices = undo(record.notices, notice, { ...doerOf(call), because })
  return saved(call, record, notices, 'penalty-notice-undone', { notice, because })
}
