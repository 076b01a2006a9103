/** What a reported absence asks of a person: to ring and hear how a child is, or to find other education for a suspended one. */
import { assigned } from '../../../../shared/domain/assigned.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import type { Pupil, PupilKey } from '../../../../shared/domain/people.ts'
import type { Task } from '../../../../shared/domain/task.ts'
import type { Call } from '../../call.ts'

const MATTERS = {
  welfare: {
    kind: 'welfare-call',
    duty: 'welfareCall',
    ground: {
      rule: 'cover',
      clause: 'Welfare: a long absence, or that of a vulnerable pupil, is followed up by a person',
    },
  },
  provision: {
    kind: 'provision',
    duty: 'provision',
    ground: {
      rule: 'suspension',
      clause: 'Education and Inspections Act 2006, section 100: other education from the sixth day of a suspension',
    },
  },
} as const

/** `welfare`: somebody rings to hear how the child is · `provision`: a suspension of more than five school days needs other education. */
export type AbsenceMatter = keyof typeof MATTERS

const nth = (from: string, matter: AbsenceMatter, pupil: PupilKey, count: number): string =>
  count === 1 ? idOf(from, matter, pupil) : idOf(from, matter, pupil, String(count))

/** The one for an absence from that date that stands, or the free id of the next: one taken back does not stand for another. */
const current = async (
  call: Call,
  pupil: PupilKey,
  from: string,
  matter: AbsenceMatter,
): Promise<{ readonly id: string; readonly task: Task | undefined }> => {
  for (let count = 1; ; count++) {
    const id = nth(from, matter, pupil, count)
    const task = await call.stores.task(call.academy, id)
    if (task?.state !== 'withdrawn') return { id, task }
  }
}

/** Raises the task for an absence that begins on a date; once, however often the absence is reported. */
export const raiseAbsenceTask = async (
  call: Call,
  pupil: Pupil,
  from: string,
  matter: AbsenceMatter,
  why: string,
): Promise<void> => {
  const { id, task } = await current(call, pupil.key, from, matter)
  if (task) return
  const { kind, duty, ground } = MATTERS[matter]
  await call.stores.raiseTask(
    call.academy,
    {
      ...ground,
      id,
      kind,
      date: call.date,
      version: 1,
      pupils: [pupil.key],
      classId: pupil.classId,
      raised: call.now,
      ...assigned(call.policy.duties[duty], call.now),
      urgent: false,
      state: 'open',
      why,
      pages: {},
    },
    call.act('task-raised', { ...ground, pupils: [pupil.key], detail: { task: id, task_kind: kind } }),
  )
}

/** The absence was a mistake: nobody need ring about it, or find anything for it. */
export const withdrawAbsenceTasks = async (
  call: Call,
  pupil: PupilKey,
  from: string,
  because: string,
): Promise<void> => {
  for (const matter of ['welfare', 'provision'] as const) {
    const { id, task } = await current(call, pupil, from, matter)
    if (task?.state !== 'open') continue
    const outcome = { what: 'The absence was entered by mistake.', by: call.caller.sub, at: call.now }
    const detail = { task: id, task_kind: task.kind, because }
    const act = call.act('task-withdrawn', { ...MATTERS[matter].ground, pupils: [pupil], detail })
    await call.stores.endTask(call.academy, task, 'withdrawn', outcome, act)
  }
}
