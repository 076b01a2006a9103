import type { AbsenceCard } from '../../../domain/absence.ts'
import type { Stores } from '../../../ports/stores.ts'
import { batchGet, getItem } from '../read.ts'
import { cardKey } from '../table.ts'
import { type Db, type Item, updateIf } from '../write.ts'
import { fromCardItem, ownersOf, resolveTexts, toAbsence } from './card-item.ts'

/** The card of an item, with the texts that brothers' and sisters' cards hold for it. */
const fromItem = async (db: Db, academy: string, date: string, item: Item): Promise<AbsenceCard> => {
  const own = fromCardItem(item)
  const keys = ownersOf(own).map((owner) => cardKey(academy, date, owner))
  const owners = keys.length === 0 ? [] : await batchGet(db, keys, true)
  return resolveTexts(own, owners.map(fromCardItem))
}

const card = async (db: Db, academy: string, date: string, pupil: string): Promise<AbsenceCard | undefined> => {
  const item = await getItem(db, cardKey(academy, date, pupil))
  return item && fromItem(db, academy, date, item)
}

/** Absence cards: reading one with its texts, and setting where a session stands. */
export const cardStore = (db: Db): Pick<Stores, 'card' | 'setStanding'> => ({
  card: (academy, date, pupil) => card(db, academy, date, pupil),

  setStanding: async (academy, about, session, absence, reason, unless, act) => {
    const barred = Object.fromEntries(unless.map((standing, index) => [`:unless${index}`, standing]))
    const set = await updateIf(db, {
      Key: cardKey(academy, about.date, about.pupil),
      UpdateExpression: `SET k = :class, u = :vulnerable, #session = :absence, act = :act${
        reason === undefined ? '' : ', w = :reason'
      } ADD v :one`,
      ...(unless.length > 0 && {
        ConditionExpression: `NOT (#session.#standing IN (${Object.keys(barred).join(', ')}))`,
      }),
      ReturnValues: 'ALL_NEW',
      ExpressionAttributeNames: { '#session': session, ...(unless.length > 0 && { '#standing': 's' }) },
      ExpressionAttributeValues: {
        ':class': about.classId,
        ':vulnerable': about.vulnerable,
        ':absence': toAbsence(absence),
        ':act': act,
        ':one': 1,
        ...(reason !== undefined && { ':reason': reason }),
        ...barred,
      },
    })
    const item = set.won ? set.now : set.old
    if (item === undefined) throw new Error('A card that was written did not come back')
    return { set: set.won, card: await fromItem(db, academy, about.date, item) }
  },
})
