/** How things of the record are shown: pupils by the id the school uses, no key of ours, no act. */
import { fullName, type Ids, readPupils } from '../../shared/api/pupils.ts'
import { cardNumber } from '../../shared/domain/calling-card.ts'
import type { Case } from '../../shared/domain/case.ts'
import type { Reply } from '../../shared/domain/known.ts'
import { proposalsOf } from '../../shared/domain/replies/proposals.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { Speaker } from './use-cases/conversation/refuse-speaker.ts'

export { fullName, type Ids, readPupils }

export const showTask = (task: Task, ids: Ids) => ({
  id: task.id,
  kind: task.kind,
  pupils: ids(task.pupils),
  due: task.due,
  state: task.state,
  why: task.why,
  urgent: task.urgent,
  doers: task.doers,
  raised: task.raised,
  rule: task.rule,
  clause: task.clause,
  ...(task.classId === undefined ? {} : { class: task.classId }),
  ...(task.session === undefined ? {} : { session: task.session }),
  ...(task.about === undefined ? {} : { about: task.about }),
  ...(task.outcome === undefined ? {} : { outcome: task.outcome }),
  // Written on the calling card before somebody goes to the door.
  ...(task.kind === 'visit' ? { card: cardNumber(task.id) } : {}),
  pages: Object.values(task.pages).map(({ contactId, state, at }) => ({ staff: contactId, state, at })),
})

export const showReply = (reply: Reply, sender: Speaker, ids: Ids, words: string | undefined) => ({
  id: reply.id,
  at: reply.at,
  via: reply.via ?? 'text',
  state: reply.state,
  contact: reply.contactId ?? null,
  sender,
  pupils: ids(reply.pupils),
  reading: reply.reading,
  // What it says of each child: confirmed, changed or dismissed by itself.
  proposals: proposalsOf(reply).map(({ pupil, reading, state }) => ({ pupil: ids([pupil])[0], reading, state })),
  outOfHours: reply.outOfHours,
  words: words ?? null,
})

export const showCase = (aCase: Case, ids: Ids) => ({
  id: aCase.caseId,
  pupil: ids([aCase.pupil])[0],
  opened: aCase.opened,
  day: aCase.days.length,
  days: aCase.days,
  steps: aCase.steps,
  visits: aCase.visits,
  closed: aCase.closed ?? null,
})
