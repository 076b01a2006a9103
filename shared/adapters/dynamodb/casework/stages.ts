import { noStage } from '../../../domain/stages/stage.ts'
import type { StageStore } from '../../../ports/stage-store.ts'
import { getItem, queryItems } from '../read.ts'
import { openKey } from '../table.ts'
import { type Db, IF_NEW, transact } from '../write.ts'
import { STAGE_PREFIX, stageKey, yearPk } from '../year-keys.ts'
import { fromStageItem, toDueItem, toStageItem } from './stage-item.ts'

export const stageStore = (db: Db): StageStore => ({
  stages: async (academy, year) =>
    (await queryItems(db, { pk: yearPk(academy, year), prefix: STAGE_PREFIX, strong: false })).map(fromStageItem),

  stage: async (academy, year, pupil, strong = false) => {
    const item = await getItem(db, stageKey(academy, year, pupil), strong)
    return item ? fromStageItem(item) : noStage(pupil, year)
  },

  saveStage: async (academy, record, act) => {
    const isStill =
      record.version === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': record.version } }
    const { pupil, year, due } = record
    const saved = await transact(db, [
      { put: { Item: toStageItem(academy, record, act), ...isStill } },
      due
        ? { put: { Item: toDueItem(academy, { ...due, pupil, year }) } }
        : { remove: { Key: openKey(academy, 'DUE', pupil) } },
    ])
    return saved.won ? 'saved' : 'stale'
  },
})
