/** Pupils by name, as people type it: any case, without accents, the preferred name as well as the one on the roll. */
import type { Pupil } from '../../../../shared/domain/people.ts'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Longer searches name nobody. */
const MOST_LETTERS = 80

/** True when each word typed begins a word of the pupil's names. An empty search fits nobody. */
export const isNamed = (pupil: Pick<Pupil, 'forename' | 'surname' | 'preferredName'>, typed: string): boolean => {
  const wanted = plain(typed.slice(0, MOST_LETTERS)).split(' ').filter(Boolean)
  const has = plain(`${pupil.forename} ${pupil.preferredName ?? ''} ${pupil.surname}`).split(' ')
  return wanted.length > 0 && wanted.every((word) => has.some((name) => name.startsWith(word)))
}
