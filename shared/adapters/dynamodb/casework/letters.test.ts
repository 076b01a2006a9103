import { beforeEach, expect, test } from 'vitest'
import { freshStores } from '../../../../test/support/stores.ts'
import type { Letter } from '../../../domain/letters/stored.ts'
import type { Stores } from '../../../ports/stores.ts'

const SCHOOL = 'springbank'
const act = { at: '2026-01-12T09:00:00.000Z', by: 'system', kind: 'test' }
const letter: Letter = {
  id: 'letter-stage-1-k01-c101',
  version: 1,
  kind: 'stage-1',
  cycle: '2025-26',
  pupil: 'k01',
  contactId: 'c101',
  date: '2026-01-12',
  state: 'planned',
  policy: 'v1',
  reference: 'ABCDEFGH1',
  document: 'hash',
}

let stores: Stores
beforeEach(async () => {
  stores = (await freshStores()).stores
  expect(await stores.planLetter(SCHOOL, letter, act)).toBe('planned')
})

test('a letter on its way is found by its id and in the list of those on their way', async () => {
  expect(await stores.letter(SCHOOL, letter.id)).toEqual(letter)
  expect(await stores.openLetters(SCHOOL)).toEqual([letter])
  expect(await stores.letter('hilltop', letter.id)).toBeUndefined()
})

test('one that has left is at rest under its date, and is never planned again', async () => {
  const posted = { ...letter, state: 'posted' as const, sent: { at: act.at, providerId: 'p-1' } }
  expect(await stores.saveLetter(SCHOOL, posted, act)).toBe('saved')
  expect(await stores.openLetters(SCHOOL)).toEqual([])
  expect(await stores.letter(SCHOOL, letter.id)).toEqual({ ...posted, version: 2 })
  expect(await stores.restingLetters(SCHOOL, '2026-01-12', '2026-01-12')).toHaveLength(1)
  expect(await stores.restingLetters(SCHOOL, '2026-01-13', '2026-01-31')).toEqual([])
  expect(await stores.planLetter(SCHOOL, letter, act)).toBe('already')
})

test('of two who move a letter at once one is told that it has moved', async () => {
  const both = await Promise.all([
    stores.saveLetter(SCHOOL, { ...letter, state: 'held' }, act),
    stores.saveLetter(SCHOOL, { ...letter, state: 'posted' }, act),
  ])
  expect(both.toSorted()).toEqual(['saved', 'stale'])
})

test('one at rest may come back, and stays at rest', async () => {
  await stores.saveLetter(SCHOOL, { ...letter, state: 'posted' }, act)
  expect(await stores.saveLetter(SCHOOL, { ...letter, version: 2, state: 'returned' }, act)).toBe('saved')
  expect(await stores.saveLetter(SCHOOL, { ...letter, version: 2, state: 'returned' }, act)).toBe('stale')
  expect((await stores.letter(SCHOOL, letter.id))?.state).toBe('returned')
})

test('the post’s own id leads to its letter', async () => {
  await stores.keepPostId('p-1', { academy: SCHOOL, letter: letter.id })
  expect(await stores.letterOfPostId('p-1')).toEqual({ academy: SCHOOL, letter: letter.id })
  expect(await stores.letterOfPostId('p-2')).toBeUndefined()
})
