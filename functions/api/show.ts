/** How things of the record are shown: pupils by the id the school uses, no key of ours, no act. */
import { cardNumber } from '../../shared/domain/calling-card.ts'
import type { Case } from '../../shared/domain/case.ts'
import type { Reply } from '../../shared/domain/known.ts'
import { firstName, type Pupil, type PupilKey } from '../../shared/domain/people.ts'
import { proposalsOf } from '../../shared/domain/replies/proposals.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { Call } from './call.ts'
import type { Speaker } from './use-cases/refuse-speaker.ts'

/** As the school says it: the preferred first name, then the surname. */
export const fullName = (pupil: Pick<Pupil, 'forename' | 'preferredName' | 'surname'>): string =>
  `${firstName(pupil)} ${pupil.surname}`

export type Ids = (keys: readonly PupilKey[]) => readonly string[]

/** Reads the pupils that things speak of, once, and gives their ids. */
export const readPupils = async (
  call: Call,
  keys: readonly PupilKey[],
): Promise<{ readonly pupils: Readonly<Record<PupilKey, Pupil>>; readonly ids: Ids }> => {
  const pupils = await call.stores.roll.pupils(call.academy, [...new Set(keys)])
  return { pupils, ids: (wanted) => wanted.map((key) => pupils[key]?.pupilId ?? key) }
}

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
