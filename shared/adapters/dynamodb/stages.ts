import { noStage } from '../../domain/stages/stage.ts'
import type { StageStore } from '../../ports/stage-store.ts'
import { getItem, queryItems } from './read.ts'
import { fromStageItem, toStageItem } from './stage-item.ts'
import { type Db, IF_NEW, putIf } from './write.ts'
import { STAGE_PREFIX, stageKey, yearPk } from './year-keys.ts'

export const stageStore = (db: Db): StageStore => ({
  stages: async (academy, year) =>
    (await queryItems(db, { pk: yearPk(academy, year), prefix: STAGE_PREFIX, strong: false })).map(fromStageItem),

  stage: async (academy, year, pupil) => {
    const item = await getItem(db, stageKey(academy, year, pupil), false)
    return item ? fromStageItem(item) : noStage(pupil, year)
  },

  saveStage: async (academy, record, act) => {
    const isStill =
      record.version === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': record.version } }
    const saved = await putIf(db, { Item: toStageItem(academy, record, act), ...isStill })
    return saved.won ? 'saved' : 'stale'
  },
})
