import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { LocalDate } from '../../../domain/time.ts'
import type { Stores } from '../../../ports/stores.ts'
import { moveToRest } from '../open/move-to-rest.ts'
import { ClosureItem, LateOpeningItem } from '../open/open-thing-items.ts'
import { queryItems } from '../read.ts'
import { pastKey } from '../table.ts'
import { type Db, type Item, putIf } from '../write.ts'
import { fromKnownAbsenceItem, toKnownAbsenceItem } from './known-absence-item.ts'
import { type ClosedKind, closedKindOf, knownAbsenceKey, knownAheadPk } from './known-keys.ts'

/** After every date: `~` sorts after digits. */
const FOR_EVER = '~'

const Sorted = z.object({ sk: z.string() })

/** What is known of a date and after it, as of a moment ago: what is said here was said by a person, some time ahead. */
const readAhead = async (db: Db, academy: string, from: LocalDate) => {
  const items = await queryItems(db, { pk: knownAheadPk(academy), between: [from, FOR_EVER], strong: false })
  const of = (kind: ClosedKind | undefined): readonly Item[] =>
    items.filter((item) => closedKindOf(Sorted.parse(item).sk) === kind)
  return { absences: of(undefined).map(fromKnownAbsenceItem), closures: of('CLOSURE'), lateOpenings: of('LATE') }
}

type KnownAhead = Pick<Stores, 'putKnownAbsence' | 'endKnownAbsence' | 'knownAbsences' | 'knownAhead'>

/** Absences known ahead. One put again with other dates replaces the first; of several the one recorded last is first in the list. */
export const knownAbsenceStore = (db: Db): KnownAhead => {
  const knownAhead: Stores['knownAhead'] = async (academy, from) => {
    const { absences, closures, lateOpenings } = await readAhead(db, academy, from)
    return {
      absences: absences.toSorted((one, other) => other.at.localeCompare(one.at)),
      closures: closures.map((item) => ClosureItem.parse(item).body),
      lateOpenings: lateOpenings.map((item) => LateOpeningItem.parse(item).body),
    }
  }
  return {
    putKnownAbsence: async (academy, absence, act) => {
      await putIf(db, { Item: toKnownAbsenceItem(academy, absence, act) })
      // The new dates stand first: a crash in between leaves a day too many covered for a moment, never a day too few.
      for (const { id, until } of (await readAhead(db, academy, absence.from)).absences) {
        if (id === absence.id && until !== absence.until)
          await db.client.send(new DeleteCommand({ TableName: db.table, Key: knownAbsenceKey(academy, until, id) }))
      }
    },
    endKnownAbsence: async (academy, absence, act) => {
      const moved = await moveToRest(db, knownAbsenceKey(academy, absence.until, absence.id), (found) => [
        { ...pastKey(academy, 'KNOWN', absence.id, act.at), v: 1, body: fromKnownAbsenceItem(found), act },
      ])
      return moved ? 'ended' : 'already'
    },
    knownAhead,
    knownAbsences: async (academy, from) => (await knownAhead(academy, from)).absences,
  }
}
