import type { Act, Stores } from '../../../ports/stores.ts'
import { queryItems } from '../read.ts'
import { type OpenKind, openKey, openPk, pastKey } from '../table.ts'
import { type Db, updateIf } from '../write.ts'
import { moveToRest } from './move-to-rest.ts'
import { CoverItem } from './open-thing-items.ts'

const put = async (db: Db, academy: string, kind: OpenKind, id: string, body: unknown, act: Act): Promise<void> => {
  await updateIf(db, {
    Key: openKey(academy, kind, id),
    UpdateExpression: 'SET body = :body, act = :act ADD v :one',
    ExpressionAttributeValues: { ':body': body, ':act': act, ':one': 1 },
  })
}

const end = async (db: Db, academy: string, kind: OpenKind, id: string, act: Act): Promise<'ended' | 'already'> => {
  const moved = await moveToRest(db, openKey(academy, kind, id), (found) => [
    { ...found, ...pastKey(academy, kind, id, act.at), v: Number(found.v) + 1, act },
  ])
  return moved ? 'ended' : 'already'
}

type OpenThings = Pick<
  Stores,
  'putHold' | 'endHold' | 'putStop' | 'endStop' | 'putRisk' | 'endRisk' | 'covers' | 'putCover' | 'endCover'
>

/** Things that stand until somebody ends them; then they are kept among what is past, with when and by whom. */
export const openThingStore = (db: Db): OpenThings => ({
  putHold: (academy, hold, act) => put(db, academy, 'HOLD', hold.pupil, hold, act),
  endHold: (academy, pupil, act) => end(db, academy, 'HOLD', pupil, act),
  putStop: (academy, stop, act) => put(db, academy, 'STOP', stop.contactId, stop, act),
  putRisk: (academy, risk, act) => put(db, academy, 'RISK', risk.pupil, risk, act),
  endRisk: (academy, pupil, act) => end(db, academy, 'RISK', pupil, act),
  covers: async (academy) =>
    (await queryItems(db, { pk: openPk(academy), prefix: 'COVER#', strong: false })).map(
      (item) => CoverItem.parse(item).body,
    ),
  putCover: (academy, cover, act) => put(db, academy, 'COVER', cover.id, cover, act),
  endCover: (academy, id, act) => end(db, academy, 'COVER', id, act),
  endStop: (academy, contactId, act) => end(db, academy, 'STOP', contactId, act),
})
