/** A panel that was arranged or declined is proposed no more: the task that proposed it ends with the last of its pupils. */
import type { PupilKey } from '../../../../shared/domain/people.ts'
import type { Call } from '../../call.ts'

export const settlePanelTasks = async (call: Call, pupil: PupilKey): Promise<void> => {
  const { tasks } = await call.stores.open(call.academy, false)
  for (const task of tasks.filter(({ kind, pupils }) => kind === 'attend-panel' && pupils.includes(pupil))) {
    const cases = await Promise.all(task.pupils.map((each) => call.stores.attendCase(call.academy, each)))
    if (cases.some((aCase) => aCase?.proposal?.on === task.date)) continue
    const outcome = { what: 'Each panel was arranged or declined.', by: call.caller.sub, at: call.now }
    const detail = { task: task.id, task_kind: task.kind, because: outcome.what }
    await call.stores.endTask(
      call.academy,
      task,
      'done',
      outcome,
      call.act('task-done', { pupils: task.pupils, rule: task.rule, clause: task.clause, detail }),
    )
  }
}
