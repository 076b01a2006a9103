import type { Task } from '../../../domain/task.ts'
import type { Stores } from '../../../ports/stores.ts'
import { getItem } from '../read.ts'
import { endedTaskKey, endedTaskPointerKey, openKey } from '../table.ts'
import { rawTexts, slotAttribute, toTextItem } from '../texts/text-item.ts'
import { type Db, IF_NEW, transact } from '../write.ts'
import { endedTaskKeyOf } from './ended-task.ts'
import { moveToRest } from './move-to-rest.ts'
import { fromTaskItem, toTaskItem } from './task-item.ts'

const bodyOf = ({ version: _v, pages: _p, ...body }: Task) => body

const raise: (db: Db) => Stores['raiseTask'] = (db) => async (academy, task, act) => {
  const texts = Object.entries(task.pages).map(([slot, text]) => [slotAttribute(slot), toTextItem(text, [])])
  const item = toTaskItem(openKey(academy, 'TASK', task.id), bodyOf(task), 1, Object.fromEntries(texts), act)
  const raised = await transact(db, [
    { put: { Item: item, ConditionExpression: IF_NEW } },
    { check: { Key: endedTaskKey(academy, task.date, task.id), ConditionExpression: IF_NEW } },
  ])
  return raised.won ? 'raised' : 'already'
}

const find: (db: Db) => Stores['task'] = (db) => async (academy, taskId) => {
  const open = await getItem(db, openKey(academy, 'TASK', taskId))
  if (open !== undefined) return fromTaskItem(open)
  const ended = await endedTaskKeyOf(db, academy, taskId)
  const item = ended && (await getItem(db, ended))
  return item && fromTaskItem(item)
}

const end: (db: Db) => Stores['endTask'] = (db) => async (academy, task, state, outcome, act) => {
  const moved = await moveToRest(db, openKey(academy, 'TASK', task.id), (found) => {
    const now = fromTaskItem(found)
    const body = { ...bodyOf(now), state, outcome }
    return [
      toTaskItem(endedTaskKey(academy, now.date, now.id), body, now.version + 1, rawTexts(found), act),
      { ...endedTaskPointerKey(academy, now.id), date: now.date },
    ]
  })
  return moved ? 'ended' : 'already'
}

/** Tasks: open ones in the open partition, ended ones in the day they belong to, where they can never be raised again. */
export const taskStore = (db: Db): Pick<Stores, 'raiseTask' | 'task' | 'endTask'> => ({
  raiseTask: raise(db),
  task: find(db),
  endTask: end(db),
})
