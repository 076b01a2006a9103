/**
 * A task instead of a text that came too late: the family is rung about the children of whom the text is still true. Of a child on hold
 * it is not: the named person has the duty. A warning about attendance is due again on the next school day.
 */

import type { Policy } from '../../academies/policy.ts'
import { textSlot } from '../domain/absence.ts'
import { assigned } from '../domain/assigned.ts'
import { idOf } from '../domain/ids.ts'
import type { PupilKey } from '../domain/people.ts'
import { PUT_RIGHT_WHY, putRightId } from '../domain/put-right.ts'
import type { Task } from '../domain/task.ts'
import { TELL_LATE_WHY, tellLateId } from '../domain/tell-late.ts'
import type { DispatchPorts } from './ports.ts'
import { actFor } from './ready.ts'
import { type Cards, type PlannedForContact, stillTrue } from './still-true.ts'

type Instead = Pick<Task, 'id' | 'kind' | 'why' | 'urgent'>

const insteadOf = (kind: PlannedForContact['kind'], date: string, pupil: PupilKey): Instead | undefined => {
  switch (kind) {
    case 'unreported':
    case 'ladder':
      return {
        id: idOf(date, 'call', pupil),
        kind: 'call',
        why: 'A text could not go. Ring the family.',
        urgent: true,
      }
    case 'correction':
      return { id: putRightId(date, pupil), kind: 'put-right', why: PUT_RIGHT_WHY, urgent: true }
    case 'late':
      return { id: tellLateId(date, pupil), kind: 'tell-late', why: TELL_LATE_WHY, urgent: false }
    case 'warning':
    case 'reminder':
    case 'acknowledgement':
    case 'reply':
      return undefined
    default:
      return kind satisfies never
  }
}

export const ringInstead = async (
  planned: PlannedForContact,
  cards: Cards,
  { duties }: Policy,
  ports: DispatchPorts,
): Promise<void> => {
  const { academy, kind, date, session, rule, clause } = planned
  const at = ports.now()
  const { present } = await stillTrue(planned, cards, ports.stores)
  // Delivered to us a second time, the text may have gone: its record says so, and what came of it is followed up from there.
  const untold = present.filter(({ card }) => card?.texts[textSlot(planned)] === undefined)
  for (const { pupil } of untold) {
    const instead = insteadOf(kind, date, pupil.key)
    if (instead === undefined) continue
    await ports.stores.raiseTask(
      academy,
      {
        ...instead,
        date,
        version: 1,
        pupils: [pupil.key],
        session,
        raised: at,
        ...assigned(duties.missedText, at),
        state: 'open',
        rule,
        clause,
        pages: {},
      },
      actFor(planned, at, [pupil.key])('task-raised', { task: instead.id, task_kind: instead.kind }),
    )
  }
}
