/** A person has told a family of the warning that no text could bring: it counts as told, and does not come again. */
import { schoolYearOf } from '../domain/calendar.ts'
import { afterSending } from '../domain/stages/stage.ts'
import type { Task } from '../domain/task.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act, Stores } from '../ports/stores.ts'

/** Whoever did the task, and the moment they said so. */
export interface Telling {
  readonly stores: Pick<Stores, 'stage' | 'saveStage'>
  readonly academy: string
  /** Today, local. */
  readonly date: LocalDate
  readonly now: Instant
  act(kind: string, rest: Partial<Act>): Act
}

export const warningTold = async (by: Telling, { id, pupils }: Pick<Task, 'id' | 'pupils'>): Promise<void> => {
  for (const pupil of pupils) {
    const record = await by.stores.stage(by.academy, schoolYearOf(by.date), pupil, true)
    if (record.due?.step !== 'warning') continue
    const detail = { step: 'warning', figures: record.due.tally, on: record.due.on, task: id }
    const act = by.act('stage-sent', { pupils: [pupil], detail })
    const saved = await by.stores.saveStage(by.academy, afterSending(record, by.now), act)
    if (saved === 'stale') await warningTold(by, { id, pupils: [pupil] })
  }
}
