import type { Act, Stores } from '../../../ports/stores.ts'
import { type OpenKind, openKey, pastKey } from '../table.ts'
import { type Db, updateIf } from '../write.ts'
import { moveToRest } from './move-to-rest.ts'

const put = async (db: Db, academy: string, kind: OpenKind, id: string, body: unknown, act: Act): Promise<void> => {
  await updateIf(db, {
    Key: openKey(academy, kind, id),
    UpdateExpression: 'SET body = :body, act = :act ADD v :one',
    ExpressionAttributeValues: { ':body': body, ':act': act, ':one': 1 },
  })
}

export const end = async (
  db: Db,
  academy: string,
  kind: OpenKind,
  id: string,
  act: Act,
): Promise<'ended' | 'already'> => {
  const moved = await moveToRest(db, openKey(academy, kind, id), (found) => [
    { ...found, ...pastKey(academy, kind, id, act.at), v: Number(found.v) + 1, act },
  ])
  return moved ? 'ended' : 'already'
}

type OpenThings = Pick<Stores, 'putHold' | 'endHold' | 'putStop' | 'endStop' | 'putRisk' | 'endRisk'>

/** Things that stand until somebody ends them; then they are kept among what is past, with when and by whom. */
export const openThingStore = (db: Db): OpenThings => ({
  putHold: (academy, hold, act) => put(db, academy, 'HOLD', hold.pupil, hold, act),
  endHold: (academy, pupil, act) => end(db, academy, 'HOLD', pupil, act),
  putStop: (academy, stop, act) => put(db, academy, 'STOP', stop.contactId, stop, act),
  putRisk: (academy, risk, act) => put(db, academy, 'RISK', risk.pupil, risk, act),
  endRisk: (academy, pupil, act) => end(db, academy, 'RISK', pupil, act),
  endStop: (academy, contactId, act) => end(db, academy, 'STOP', contactId, act),
})
