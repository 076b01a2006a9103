/**
 * Closures and late openings stand among what is open, where dispatch reads them exactly, and once more among what is known ahead, where
 * whoever takes a register finds them in the query for known absences. Both are written, and ended, in one transaction.
 */
import * as z from 'zod'
import type { LocalDate } from '../../../domain/time.ts'
import type { Act, Stores } from '../../../ports/stores.ts'
import { moveToRest } from '../open/move-to-rest.ts'
import { openKey, pastKey } from '../table.ts'
import { type Db, transact } from '../write.ts'
import { type ClosedKind, closedAheadKey } from './known-keys.ts'

const LastDay = z.object({ until: z.string() })
const TRIES = 3

/** `until` is the last day it speaks of. Said again with another, the first is taken away. */
const put = async (
  db: Db,
  academy: string,
  kind: ClosedKind,
  id: string,
  until: LocalDate,
  body: unknown,
  act: Act,
): Promise<void> => {
  let was = until
  for (let tried = 0; tried < TRIES; tried++) {
    const written = await transact(db, [
      {
        update: {
          Key: openKey(academy, kind, id),
          UpdateExpression: 'SET body = :body, act = :act, #until = :until ADD v :one',
          ConditionExpression: 'attribute_not_exists(pk) OR #until = :was',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: { ':body': body, ':act': act, ':until': until, ':was': was, ':one': 1 },
        },
      },
      { put: { Item: { ...closedAheadKey(academy, kind, until, id), v: 1, body } } },
      ...(was === until ? [] : [{ remove: { Key: closedAheadKey(academy, kind, was, id) } }]),
    ])
    if (written.won) return
    was = LastDay.parse(written.lost[0]?.old).until
  }
  throw new Error('A closure keeps changing; try again')
}

const end = async (db: Db, academy: string, kind: ClosedKind, id: string, act: Act): Promise<'ended' | 'already'> => {
  const moved = await moveToRest(
    db,
    openKey(academy, kind, id),
    (found) => [{ ...found, ...pastKey(academy, kind, id, act.at), v: Number(found.v) + 1, act }],
    (found) => [closedAheadKey(academy, kind, LastDay.parse(found).until, id)],
  )
  return moved ? 'ended' : 'already'
}

export const closedAheadStore = (
  db: Db,
): Pick<Stores, 'putClosure' | 'endClosure' | 'putLateOpening' | 'endLateOpening'> => ({
  putClosure: (academy, closure, act) => put(db, academy, 'CLOSURE', closure.id, closure.until, closure, act),
  endClosure: (academy, id, act) => end(db, academy, 'CLOSURE', id, act),
  putLateOpening: (academy, opening, act) => put(db, academy, 'LATE', opening.date, opening.date, opening, act),
  endLateOpening: (academy, date, act) => end(db, academy, 'LATE', date, act),
})
