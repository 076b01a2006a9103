import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import type { Stores } from '../../ports/stores.ts'
import { moveToRest } from './move-to-rest.ts'
import { KnownAbsenceItem } from './open-thing-items.ts'
import { queryItems } from './read.ts'
import { knownAbsenceKey, knownAbsencePk, pastKey } from './table.ts'
import { type Db, putIf } from './write.ts'

/** After every date: `~` sorts after digits. */
const FOR_EVER = '~'

/** Absences known ahead. One put again with other dates replaces the first; of several the one recorded last is first in the list. */
export const knownAbsenceStore = (db: Db): Pick<Stores, 'putKnownAbsence' | 'endKnownAbsence' | 'knownAbsences'> => ({
  putKnownAbsence: async (academy, absence, act) => {
    await putIf(db, { Item: { ...knownAbsenceKey(academy, absence.until, absence.id), v: 1, body: absence, act } })
    // The new dates stand first: a crash in between leaves a day too many covered for a moment, never a day too few.
    // A moment old is enough: what is corrected was recorded by a person some time ago.
    const items = await queryItems(db, {
      pk: knownAbsencePk(academy),
      between: [absence.from, FOR_EVER],
      strong: false,
    })
    for (const { id, until } of items.map((item) => KnownAbsenceItem.parse(item).body)) {
      if (id === absence.id && until !== absence.until)
        await db.client.send(new DeleteCommand({ TableName: db.table, Key: knownAbsenceKey(academy, until, id) }))
    }
  },
  endKnownAbsence: async (academy, absence, act) => {
    const moved = await moveToRest(db, knownAbsenceKey(academy, absence.until, absence.id), (found) => [
      { ...found, ...pastKey(academy, 'KNOWN', absence.id, act.at), act },
    ])
    return moved ? 'ended' : 'already'
  },
  knownAbsences: async (academy, from) => {
    const items = await queryItems(db, { pk: knownAbsencePk(academy), between: [from, FOR_EVER], strong: false })
    return items
      .map((item) => KnownAbsenceItem.parse(item).body)
      .toSorted((one, other) => other.at.localeCompare(one.at))
  },
})
