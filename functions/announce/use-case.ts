import type { StreamedAct } from '../../shared/adapters/dynamodb/stream.ts'
import type { Announcement } from '../../shared/ports/bus.ts'

/** Acts that other systems may hear of. Names of pupils, numbers and words never leave: keys and facts do. */
const ANNOUNCED: Readonly<Record<string, string>> = {
  'register-saved': 'register-saved.v1',
  'register-closed': 'register-closed.v1',
  'absence-unexplained': 'absence-unexplained.v1',
  'absence-reported': 'absence-reported.v1',
  'absence-arrived': 'pupil-arrived.v1',
  'text-accepted': 'text-accepted.v1',
  'text-delivered': 'text-delivered.v1',
  'text-failed': 'text-failed.v1',
  'text-uncertain': 'text-uncertain.v1',
  'reply-kept': 'reply-received.v1',
  'task-raised': 'task-raised.v1',
  'case-opened': 'case-opened.v1',
  'case-reopened': 'case-opened.v1',
  'case-day': 'case-advanced.v1',
  'case-closed': 'case-closed.v1',
  'brake-held': 'brake-held.v1',
  'visit-recorded': 'visit-recorded.v1',
  'extract-made': 'extract-ready.v1',
  'extract-collected': 'extract-collected.v1',
  'extract-reminder': 'extract-waiting.v1',
}

/** Details that say what happened without saying to whom or in what words. */
const MAY_LEAVE = [
  'session',
  'class',
  'kind',
  'task',
  'task_kind',
  'due',
  'day',
  'case',
  'brake',
  'count',
  'code',
  'extract',
  'extract_kind',
  'recipient',
]

/** The announcement of an act, if it is one that others may hear of. */
export const announcementOf = ({ academy, act, id }: StreamedAct): Announcement | undefined => {
  const name = ANNOUNCED[act.kind]
  if (name === undefined) return undefined
  // A brake's reason is one of four words; any other reason is what a person wrote.
  const mayLeave = act.kind === 'brake-held' ? [...MAY_LEAVE, 'because'] : MAY_LEAVE
  const detail = Object.entries(act.detail ?? {}).filter(([field]) => mayLeave.includes(field))
  const ground = { rule: act.rule, clause: act.clause, policy: act.policy }
  return { name, academy, at: act.at, id, data: { pupils: act.pupils ?? [], ...ground, ...Object.fromEntries(detail) } }
}
