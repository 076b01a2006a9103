/** A person has told a family of the warning that no text could bring: it counts as told, and does not come again. */
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { afterSending } from '../../../shared/domain/stages/stage.ts'
import type { Task } from '../../../shared/domain/task.ts'
import type { Call } from '../call.ts'

export const warningTold = async (call: Call, { id, pupils }: Pick<Task, 'id' | 'pupils'>): Promise<void> => {
  for (const pupil of pupils) {
    const record = await call.stores.stage(call.academy, schoolYearOf(call.date), pupil, true)
    if (record.due?.step !== 'warning') continue
    const detail = { step: 'warning', figures: record.due.tally, on: record.due.on, task: id }
    const act = call.act('stage-sent', { pupils: [pupil], detail })
    const saved = await call.stores.saveStage(call.academy, afterSending(record, call.now), act)
    if (saved === 'stale') await warningTold(call, { id, pupils: [pupil] })
  }
}
