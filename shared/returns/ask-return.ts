/** Asks for one return, once: a task for whoever sends it, and the return that remembers what became of it. */
import type { Policy } from '../../academies/policy.ts'
import { idOf } from '../domain/ids.ts'
import { type AuthorityReturn, type ReturnKind, returnId, WHAT_TO_SEND } from '../domain/returns/authority-return.ts'
import type { Task } from '../domain/task.ts'
import { type Instant, instantOf, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'

export const RETURN_GROUND = {
  rule: 'returns-to-the-authority',
  clause: 'SI 2024/208 regulation 13, and the statutory guidance on children missing education',
}

export interface ReturnMoment {
  readonly academy: string
  readonly now: Instant
  readonly today: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
  /** A staff id, or `system`. */
  readonly by: string
}

export const returnTaskId = (id: string): string => idOf('return', id)

const NAMES: Readonly<Record<ReturnKind, string>> = {
  absence: 'An attendance return is due: a run of unauthorised absence.',
  'joint-enquiry': 'A long run of unauthorised absence: enquire together with the authority.',
  sickness: 'So much illness that a sickness return may be due: judge it.',
  'missing-education': 'Nobody knows where the child is: refer as missing education.',
  'new-pupil': 'A name was entered in the admission register.',
  deletion: 'A name is to be deleted from the admission register.',
}

const taskOf = ({ id, kind, pupil, due }: AuthorityReturn, { now, today, policy }: ReturnMoment): Task => ({
  ...RETURN_GROUND,
  id: returnTaskId(id),
  kind: 'return',
  date: today,
  version: 1,
  pupils: [pupil],
  about: id,
  raised: now,
  due: instantOf(due, policy.day.ends, policy.zone),
  doers: policy.returns.doers,
  urgent: kind === 'missing-education',
  state: 'open',
  why: `${NAMES[kind]} ${WHAT_TO_SEND[kind]} Record it under returns.`,
  pages: {},
})

export const returnAct = (moment: ReturnMoment, kind: string, asked: AuthorityReturn, detail = {}): Act => ({
  ...RETURN_GROUND,
  at: moment.now,
  by: moment.by,
  kind,
  pupils: [asked.pupil],
  policy: moment.policyVersion,
  detail: { return: asked.id, return_kind: asked.kind, from: asked.from, due: asked.due, ...detail },
})

/** The task first: a crash in between asks for both again, and neither twice. `listed`: the list of a batch asks for it already. */
export const askReturn = async (
  stores: Pick<Stores, 'raiseTask' | 'askReturn'>,
  about: Pick<AuthorityReturn, 'kind' | 'pupil' | 'child' | 'from' | 'days' | 'due'>,
  moment: ReturnMoment,
  listed = false,
): Promise<'asked' | 'already'> => {
  const asked: AuthorityReturn = {
    ...about,
    id: returnId(about.kind, about.pupil, about.from),
    version: 0,
    asked: moment.today,
    enquiries: [],
    entries: [],
  }
  const task = taskOf(asked, moment)
  const detail = { task: task.id, task_kind: task.kind }
  if (!listed) await stores.raiseTask(moment.academy, task, returnAct(moment, 'task-raised', asked, detail))
  return stores.askReturn(moment.academy, asked, returnAct(moment, 'return-asked', asked))
}
