/** Questions to the office about a mark that a teacher gave. */
import { assigned } from '../../../../shared/domain/assigned.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { TaskKind } from '../../../../shared/domain/task.ts'
import type { Call } from '../../call.ts'
import type { RegisterPlace } from '../registers/settle-marks.ts'

interface Question {
  readonly id: string
  readonly kind: TaskKind
  readonly clause: string
  readonly why: string
}

/** The child is marked present although the family was texted that the child is missing. */
export const DISPUTED: Question = {
  id: 'disputed',
  kind: 'disputed-mark',
  clause: 'Corrections: only an arrival or the office turns N to present',
  why: 'The teacher says the child is in class, but the family was texted that the child is not in. Go and look, then correct the mark.',
}

/** The child is marked present although an absence is known. */
export const OVER_KNOWN: Question = {
  id: 'over-known',
  kind: 'amend-mark',
  clause: 'Registration: a present mark over a known absence is shown to the office',
  why: 'The teacher says the child is in class, but an absence is known for this session. See which is right, and correct the other.',
}

/** Asks the office about a mark that a teacher gave. */
export const askOffice = async (call: Call, place: RegisterPlace, pupil: string, question: Question): Promise<void> => {
  const ground = { rule: 'teacher-asks-office', clause: question.clause }
  const id = idOf(place.date, question.id, pupil, place.session)
  await call.stores.raiseTask(
    call.academy,
    {
      ...ground,
      id,
      kind: question.kind,
      date: place.date,
      version: 1,
      pupils: [pupil],
      classId: place.classId,
      session: place.session,
      raised: call.now,
      ...assigned(call.policy.duties.question, call.now),
      urgent: true,
      state: 'open',
      pages: {},
      why: question.why,
    },
    call.act('task-raised', { ...ground, pupils: [pupil], detail: { task: id, task_kind: question.kind } }),
  )
}
