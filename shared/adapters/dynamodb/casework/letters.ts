/** Letters: open ones apart from those at rest, which lie by the date at their head. */
import * as z from 'zod'
import { isOpenLetter, type Letter } from '../../../domain/letters/stored.ts'
import type { LetterStore } from '../../../ports/letter-store.ts'
import { getItem, queryItems } from '../read.ts'
import { type Key, providerIdKey } from '../table.ts'
import { type Db, IF_NEW, putIf, transact } from '../write.ts'
import { fromLetterItem, toLetterItem } from './letter-item.ts'
import {
  LETTER_PREFIX,
  letterPointerKey,
  lettersPk,
  openLetterKey,
  restingLetterKey,
  restingLettersBetween,
} from './letter-keys.ts'

const Pointer = z.object({ date: z.string() })
const PostIdItem = z.object({ academy: z.string(), letter: z.string() })

const plan: (db: Db) => LetterStore['planLetter'] = (db) => async (academy, letter, act) => {
  const planned = await transact(db, [
    { put: { Item: toLetterItem(openLetterKey(academy, letter.id), letter, act), ConditionExpression: IF_NEW } },
    { check: { Key: letterPointerKey(academy, letter.id), ConditionExpression: IF_NEW } },
  ])
  return planned.won ? 'planned' : 'already'
}

const find: (db: Db) => LetterStore['letter'] = (db) => async (academy, id) => {
  const open = await getItem(db, openLetterKey(academy, id))
  if (open !== undefined) return fromLetterItem(open)
  const pointer = await getItem(db, letterPointerKey(academy, id))
  const resting = pointer && (await getItem(db, restingLetterKey(academy, Pointer.parse(pointer).date, id)))
  return resting && fromLetterItem(resting)
}

const keyOf = (academy: string, letter: Pick<Letter, 'id' | 'date' | 'state'>): Key =>
  isOpenLetter(letter) ? openLetterKey(academy, letter.id) : restingLetterKey(academy, letter.date, letter.id)

/** The letter as it was read, with another state, as the next version. Whether it moves is known from both versions alone. */
const save: (db: Db) => LetterStore['saveLetter'] = (db) => async (academy, letter, act) => {
  const next = { ...letter, version: letter.version + 1 }
  const seen = { ConditionExpression: 'v = :seen', ExpressionAttributeValues: { ':seen': letter.version } }
  const to = keyOf(academy, next)
  const item = toLetterItem(to, next, act)
  const stays = await putIf(db, { Item: item, ...seen })
  if (stays.won) return 'saved'
  // Another key holds it only when it is open and comes to rest now: what rests is never open again.
  if (isOpenLetter(next) || stays.old !== undefined) return 'stale'
  const moved = await transact(db, [
    { remove: { Key: openLetterKey(academy, letter.id), ...seen } },
    { put: { Item: item, ConditionExpression: IF_NEW } },
    { put: { Item: { ...letterPointerKey(academy, letter.id), date: letter.date } } },
  ])
  return moved.won ? 'saved' : 'stale'
}

export const letterStore = (db: Db): LetterStore => ({
  planLetter: plan(db),
  letter: find(db),
  saveLetter: save(db),
  openLetters: async (academy) =>
    (await queryItems(db, { pk: lettersPk(academy), prefix: LETTER_PREFIX.open })).map(fromLetterItem),
  restingLetters: async (academy, from, until) => {
    const between = restingLettersBetween(from, until)
    return (await queryItems(db, { pk: lettersPk(academy), between, strong: false })).map(fromLetterItem)
  },
  keepPostId: async (providerId, letter) => {
    await putIf(db, { Item: { ...providerIdKey(providerId), ...letter } })
  },
  letterOfPostId: async (providerId) => {
    const found = PostIdItem.safeParse(await getItem(db, providerIdKey(providerId)))
    return found.data
  },
})
