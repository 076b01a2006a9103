/** How a matter of penalty notices is shown: the count with its sessions, what stands in the way, and what each parent was given. */
import type { PenaltyCount } from '../../shared/domain/counting/penalty.ts'
import type { CountedMark } from '../../shared/domain/counting/tally.ts'
import { standing } from '../../shared/domain/penalties/consider.ts'
import { type ImprovementWindow, windowCount } from '../../shared/domain/penalties/improve.ts'
import { issuedOn, stateOf, wouldBe } from '../../shared/domain/penalties/ledger.ts'
import { ledgerRuleOf, obstaclesTo, parentsInLaw } from '../../shared/domain/penalties/obstacles.ts'
import type { PenaltyRecord } from '../../shared/domain/penalties/record.ts'
import type { PenaltyMatter } from '../../shared/penalties/load-penalties.ts'
import type { Call } from './call.ts'
import { fullName } from './show.ts'

/** Where a matter stands on the board. `referred`: the authority was asked, and has not been heard of yet. */
export type BoardStanding = 'met' | 'waiting' | 'near' | 'referred' | 'improving' | 'quiet'
export const BOARD: readonly BoardStanding[] = ['met', 'waiting', 'near', 'improving', 'referred', 'quiet']

/** A referral of which no notice has been recorded. */
const isReferred = ({ considered, notices }: PenaltyRecord): boolean =>
  standing(considered).some(
    ({ id, decision }) => decision === 'refer' && !notices.some(({ referral }) => referral === id),
  )

export const standingOf = ({ record, count }: PenaltyMatter): BoardStanding => {
  if (count.standing === 'met' || count.standing === 'waiting') return count.standing
  if (record.improve?.state === 'running') return 'improving'
  if (isReferred(record)) return 'referred'
  return count.standing === 'near' ? 'near' : 'quiet'
}

/** Each session with the school that recorded it. */
const showCount = (academy: string, { sessions, from, until, counted, unresolved }: PenaltyCount) => ({
  sessions,
  ...(from === undefined ? {} : { weeks: { from, until } }),
  counted: counted.map(({ date, session, code, school = academy }) => ({ date, session, code, school })),
  unresolved: unresolved.map(({ date, session }) => ({ date, session })),
})

const showNotices = (record: PenaltyRecord) =>
  record.notices.map((notice) => ({
    id: notice.id,
    parent: notice.contactId,
    name: notice.name,
    school: notice.academy,
    issued: issuedOn(notice) ?? null,
    state: stateOf(notice)?.state ?? 'undone',
    referral: notice.referral ?? null,
    reference: notice.reference ?? null,
    entries: notice.entries,
  }))

/** What a notice to each parent in law would be today. */
const showParents = ({ date, policy }: Call, { judged: record, pupil }: PenaltyMatter) =>
  parentsInLaw(pupil).map(({ contactId, name, relationship }) => ({
    contact: contactId,
    name,
    relationship,
    next: wouldBe(
      record.notices.filter((notice) => notice.contactId === contactId),
      date,
      ledgerRuleOf(policy),
    ),
  }))

/** The time of a notice to improve, while it runs with what counts against it up to now. */
const showWindow = (window: ImprovementWindow, recent: readonly CountedMark[]) => ({
  ...window,
  ...(window.state === 'running' ? { seen: windowCount(window, recent) } : {}),
})

export const showMatter = (call: Call, matter: PenaltyMatter, holds: ReadonlySet<string>) => {
  const { record, judged, pupil, count, recent } = matter
  const moment = { date: call.date, policy: call.policy, onHold: holds.has(pupil.key) }
  return {
    pupil: pupil.pupilId,
    name: fullName(pupil),
    class: pupil.classId,
    standing: standingOf(matter),
    since: record.case?.since ?? null,
    ...showCount(call.academy, count),
    obstacles: obstaclesTo(judged, count, pupil, moment),
    parents: showParents(call, matter),
    notices: showNotices(judged),
    elsewhere: (record.elsewhere ?? []).map(({ academy, joined }) => ({ school: academy, joined })),
    considered: record.considered,
    improve: record.improve ? showWindow(record.improve, recent) : null,
  }
}
