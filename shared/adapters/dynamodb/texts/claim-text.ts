/** Claiming a text: the moment that decides, once, who hands it to the provider. */
import type { TextRecord } from '../../../domain/absence.ts'
import type { Act, Stores, TextHome } from '../../../ports/stores.ts'
import { getItem } from '../read.ts'
import { cardKey, openKey } from '../table.ts'
import { type Db, type Item, updateAll, updateIf } from '../write.ts'
import { isPointer, textIn, toPointer, toTextItem } from './text-item.ts'
import { aboutOne, claimOn, claimOnTask } from './text-steps.ts'

type Claim = Awaited<ReturnType<Stores['claimText']>>
type Cards = Extract<TextHome, { on: 'cards' }>

const CLAIMED: Claim = { claim: 'claimed' }

/** The cards of a text, the owner's first. */
export const cardsOf = (home: Cards): readonly string[] => [
  home.owner,
  ...new Set(home.pupils.filter((pupil) => pupil !== home.owner)),
]

/** The record in a slot, looked up on its owner's card when this one only points to it. */
const recordIn = async (
  db: Db,
  academy: string,
  date: string,
  item: Item | undefined,
  slot: string,
): Promise<TextRecord | undefined> => {
  const found = textIn(item, slot)
  if (found === undefined || !isPointer(found)) return found
  const owned = textIn(await getItem(db, cardKey(academy, date, found.owner)), slot)
  // Released between the two reads: the slot is free again, and the text will be planned again.
  if (owned === undefined || isPointer(owned)) return undefined
  return { ...owned, owner: found.owner }
}

const onCards = async (
  db: Db,
  academy: string,
  home: Cards,
  slot: string,
  text: TextRecord,
  standing: Parameters<Stores['claimText']>[4],
  act: Act,
): Promise<Claim> => {
  const pupils = cardsOf(home)
  const updates = pupils.map((pupil, index) =>
    claimOn(
      cardKey(academy, home.date, pupil),
      slot,
      index === 0 ? toTextItem(text, pupils) : toPointer(home.owner),
      standing.session,
      standing.while,
      aboutOne(act, pupil),
    ),
  )
  const claimed = await updateAll(db, updates)
  if (claimed.won) return CLAIMED
  const { lost } = claimed
  for (const card of lost) {
    const record = await recordIn(db, academy, home.date, card?.old, slot)
    if (record !== undefined) return { claim: 'taken', record }
  }
  return { claim: 'refused', pupils: pupils.filter((_, index) => lost[index] !== undefined) }
}

const onTask = async (
  db: Db,
  academy: string,
  taskId: string,
  slot: string,
  text: TextRecord,
  act: Act,
): Promise<Claim> => {
  const claimed = await updateIf(db, claimOnTask(openKey(academy, 'TASK', taskId), slot, toTextItem(text, []), act))
  if (claimed.won) return CLAIMED
  const record = textIn(claimed.old, slot)
  return record !== undefined && !isPointer(record) ? { claim: 'taken', record } : { claim: 'refused', pupils: [] }
}

/**
 * One conditional update for one card, one transaction for brothers and sisters: all of them or none. A record that is claimed
 * and past its lease is taken all the same, because nobody knows whether it went.
 */
export const claimStore = (db: Db): Pick<Stores, 'claimText'> => ({
  claimText: (academy, home, slot, text, standing, act) =>
    home.on === 'cards'
      ? onCards(db, academy, home, slot, text, standing, act)
      : onTask(db, academy, home.taskId, slot, text, act),
})
