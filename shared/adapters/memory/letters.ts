/** Letters, by where they stand; and what a day's texts are held to cost. */
import { isOpenLetter } from '../../domain/letters/stored.ts'
import type { LetterStore } from '../../ports/letter-store.ts'
import type { SpendStore } from '../../ports/roll-store.ts'
import { inOrder, type Memory } from './memory.ts'

type Kept = 'planLetter' | 'letter' | 'openLetters' | 'restingLetters' | 'saveLetter'

export const letterMemory = ({ letters, hear }: Memory): Pick<LetterStore, Kept> => ({
  planLetter: async (_academy, letter, act) => {
    if (letters.has(letter.id)) return 'already'
    letters.set(letter.id, { ...letter, version: 1 })
    hear(act)
    return 'planned'
  },
  letter: async (_academy, id) => letters.get(id),
  openLetters: async () => inOrder(letters).filter(isOpenLetter),
  restingLetters: async (_academy, from, until) =>
    inOrder(letters).filter((letter) => !isOpenLetter(letter) && from <= letter.date && letter.date <= until),
  saveLetter: async (_academy, letter, act) => {
    if (letters.get(letter.id)?.version !== letter.version) return 'stale'
    letters.set(letter.id, { ...letter, version: letter.version + 1 })
    hear(act)
    return 'saved'
  },
})

export const spendMemory = ({ spend, hear }: Memory): SpendStore => ({
  put: async (_academy, date, pence, act) => {
    spend.set(date, pence)
    hear(act)
  },
  of: async (_academy, month) =>
    [...spend].filter(([date]) => date.startsWith(month)).reduce((sum, [, pence]) => sum + pence, 0),
  days: async (_academy, month) => Object.fromEntries([...spend].filter(([date]) => date.startsWith(month))),
})
